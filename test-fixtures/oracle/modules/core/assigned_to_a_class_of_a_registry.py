from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import registry, relationship

models = registry()


class Shelf:
    pass


class Book:
    pass


shelf = Table("shelf", models.metadata, Column("id", Integer, primary_key=True))
book = Table("book", models.metadata, Column("id", Integer, primary_key=True), Column("shelf_id", ForeignKey("shelf.id")))
models.map_imperatively(Shelf, shelf)
models.map_imperatively(Book, book)

# No metaclass takes notice of these; what relationship() itself has to say is said all the same.
Shelf.books = relationship(Book, viewonly=True, passive_deletes=True)
Book.shelf = relationship(Shelf, cascade="save-update, delete-orphan")
