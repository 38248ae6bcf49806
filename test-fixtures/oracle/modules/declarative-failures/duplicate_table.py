"""A table defined twice."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Person(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
