"""Models have no hash, so that a set takes none of them; one with a hash of its own is taken."""

from sqlmodel import Field, Relationship, SQLModel


class Shelf(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    books: list["Book"] = Relationship(sa_relationship_kwargs={"collection_class": set})
    labels: list["Label"] = Relationship(cascade_delete=True, sa_relationship_kwargs={"collection_class": set})


class Book(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    shelf_id: int | None = Field(default=None, foreign_key="shelf.id")
    labels: list["Label"] = Relationship(cascade_delete=True, sa_relationship_kwargs={"collection_class": set})


class Label(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    shelf_id: int | None = Field(default=None, foreign_key="shelf.id")
    book_id: int | None = Field(default=None, foreign_key="book.id")

    def __hash__(self) -> int:
        return id(self)
