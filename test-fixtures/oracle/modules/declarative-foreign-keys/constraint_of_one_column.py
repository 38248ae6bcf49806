"""A constraint over one column only."""

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Base):
    __tablename__ = "post"
    __table_args__ = (ForeignKeyConstraint(["user_id"], ["user.id"], ondelete="cascade"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
