"""An abstract class with a schema for all its tables."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Record(Base):
    __abstract__ = True
    __table_args__ = {"schema": "app"}


class User(Record):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Record):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("app.user.id"))
