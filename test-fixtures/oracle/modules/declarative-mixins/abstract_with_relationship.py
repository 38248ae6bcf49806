"""An abstract base with a relationship made by a method."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Owned(Base):
    __abstract__ = True
    owner_id: Mapped[int] = mapped_column(ForeignKey("user.id"))

    @declared_attr
    def owner(cls) -> Mapped["User"]:
        return relationship(cascade="all, delete", passive_deletes=True)


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Owned):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
