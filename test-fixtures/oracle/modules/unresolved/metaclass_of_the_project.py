"""A metaclass that adds columns."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Meta(type(DeclarativeBase)):
    def __new__(mcs, name, bases, members):
        if "__tablename__" in members:
            members["added"] = Column(Integer)
        return super().__new__(mcs, name, bases, members)


class Base(DeclarativeBase, metaclass=Meta):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
