"""Tables made for every subclass by a hook."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class HasEvents:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.Event = type(
            f"{cls.__name__}Event",
            (Base,),
            {
                "__tablename__": f"{cls.__name__.lower()}_event",
                "id": Column(Integer, primary_key=True),
                "source_id": Column(ForeignKey(f"{cls.__name__.lower()}.id", ondelete="CASCADE")),
            },
        )
        cls.events = relationship(cls.Event, cascade="all, delete-orphan", passive_deletes=True)


class Project(HasEvents, Base):
    __tablename__ = "project"
    id = Column(Integer, primary_key=True)
