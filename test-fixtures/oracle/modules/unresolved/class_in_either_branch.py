"""One class or another of the same name, of which a program has exactly one: what both say is known."""

import os

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Post(Base):
    __tablename__ = "post"

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    author: Mapped["User"] = relationship(back_populates="posts")


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


if os.environ.get("SINGLE_SIGN_ON"):

    class User(Base):
        __tablename__ = "user"

        id: Mapped[int] = mapped_column(primary_key=True)
        posts: Mapped[list[Post]] = relationship(back_populates="author", passive_deletes=True)
        accounts: Mapped[list[Account]] = relationship()

        @property
        def label(self) -> str:
            return f"user {self.id}"

elif os.environ.get("PASSWORDS"):

    class User(Base):
        __tablename__ = "user"

        id: Mapped[int] = mapped_column(primary_key=True)
        password: Mapped[str]
        posts: Mapped[list[Post]] = relationship(back_populates="author", passive_deletes=True)

        @property
        def label(self) -> str:
            return f"user {self.id}"

else:

    class User(Base):
        __tablename__ = "user"

        id: Mapped[int] = mapped_column(primary_key=True)
        posts: Mapped[list[Post]] = relationship(back_populates="author", passive_deletes=True)

        @property
        def label(self) -> str:
            return f"user {self.id}"
