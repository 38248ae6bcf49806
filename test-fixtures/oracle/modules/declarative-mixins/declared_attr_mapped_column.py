"""A column made by a method with an annotation."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Owned:
    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("user.id", ondelete="CASCADE"))

    @declared_attr
    def helper_id(cls) -> Mapped[Optional[int]]:
        return mapped_column(ForeignKey("user.id"))


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Owned, Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
