"""A subclass's table without a key to its base's."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)


class Author(Person):
    __tablename__ = "author"
    id: Mapped[int] = mapped_column(primary_key=True)
