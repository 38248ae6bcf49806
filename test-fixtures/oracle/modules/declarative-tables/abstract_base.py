"""An abstract class in between."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Record(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)


class User(Record):
    __tablename__ = "users"
    name: Mapped[str]


class Post(Record):
    __tablename__ = "posts"
    title: Mapped[str]
