"""`as_declarative` may be called on a class, rather than decorate it."""
from sqlalchemy import Column, ForeignKey, Integer, MetaData
from sqlalchemy.orm import as_declarative, declared_attr, relationship

metadata = MetaData()


class Model:
    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()

    id = Column(Integer, primary_key=True)


Base = as_declarative(metadata=metadata)(Model)


class User(Base):
    posts = relationship("Post", cascade="all")


class Post(Base):
    user_id = Column(ForeignKey("user.id"), nullable=False)
