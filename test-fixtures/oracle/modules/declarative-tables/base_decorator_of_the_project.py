"""A function of the project hands out the decorator that makes the declarative base."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData
from sqlalchemy.orm import registry, relationship

metadata = MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s"})


def as_base(**options):
    given = options.pop("metadata", None)
    return registry(metadata=given).as_declarative_base(**options)


@as_base(metadata=metadata)
class Base:
    pass


class Shelf(Base):
    __tablename__ = "shelf"

    id = Column(Integer, primary_key=True)
    books = relationship("Book", back_populates="shelf", cascade="all, delete-orphan")


class Book(Base):
    __tablename__ = "book"

    id = Column(Integer, primary_key=True)
    shelf_id = Column(ForeignKey("shelf.id"), nullable=False)
    shelf = relationship("Shelf", back_populates="books")
