"""A column appended to a table that the metadata is asked for by its name."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Brick(Base):
    __tablename__ = "brick"

    id: Mapped[int] = mapped_column(primary_key=True)


Base.metadata.tables["brick"].append_column(Column("weight", Integer))
