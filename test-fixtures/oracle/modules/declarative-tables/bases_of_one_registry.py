"""Decorators take the metadata for their base, and two bases of one registry share it."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData
from sqlalchemy.orm import as_declarative, registry, relationship

mapper_registry = registry(metadata=MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s"}))


@mapper_registry.as_declarative_base()
class Base:
    pass


@mapper_registry.as_declarative_base()
class Audited:
    pass


class Shelf(Base):
    __tablename__ = "shelf"

    id = Column(Integer, primary_key=True)


class Book(Audited):
    __tablename__ = "book"

    id = Column(Integer, primary_key=True)
    shelf_id = Column(ForeignKey("shelf.id"), nullable=False)
    shelf = relationship("Shelf", backref="books")


@as_declarative(metadata=MetaData(schema="archive"))
class Archived:
    pass


class OldBook(Archived):
    __tablename__ = "book"

    id = Column(Integer, primary_key=True)
    next_id = Column(ForeignKey("archive.book.id"))
