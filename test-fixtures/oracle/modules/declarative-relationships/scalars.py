"""One object, in every spelling."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    a: Mapped[User] = relationship(viewonly=True)
    b: Mapped["User"] = relationship(viewonly=True)
    c: Mapped[Optional[User]] = relationship(viewonly=True)
    d: Mapped[Optional["User"]] = relationship(viewonly=True)
    e: Mapped["Optional[User]"] = relationship(viewonly=True)
    f: Mapped["User | None"] = relationship(viewonly=True)
    g: Mapped[User | None] = relationship(viewonly=True)
