"""Two bases with the same names in them."""

from typing import List

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class First(DeclarativeBase):
    pass


class Second(DeclarativeBase):
    pass


class User(First):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[List["Post"]] = relationship()


class Post(First):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


class Outer:
    class Post(Second):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
