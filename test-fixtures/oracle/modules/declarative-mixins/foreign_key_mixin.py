"""A mixin's foreign key, without `declared_attr`."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Owned:
    owner_id: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Owned, Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)


class Note(Owned, Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
