"""A mixin's column is copied to each class."""

from datetime import datetime
from typing import Optional

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Stamped:
    created: Mapped[Optional[datetime]]
    number = Column(Integer, nullable=False)


class User(Stamped, Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Stamped, Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
