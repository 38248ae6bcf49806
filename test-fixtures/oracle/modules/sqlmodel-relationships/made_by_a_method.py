"""Relationships and fields that a method of an object, a class method or a static method returns."""

from typing import Any, Optional

from sqlmodel import Field, Relationship, SQLModel


class Links:
    prefix = "no"

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def many(self, owner: str) -> Any:
        return Relationship(back_populates=owner.lower(), sa_relationship_kwargs={"cascade": "all, delete-orphan"})

    def one(self, collection: str) -> Any:
        return self.any_to(collection)

    def any_to(self, name: str) -> Any:
        return Relationship(back_populates=name[:-1] + "ies" if name[-1] == "y" else f"{name}s")

    @classmethod
    def key(cls, table: str) -> Any:
        return Field(foreign_key=f"{table}.id", ondelete="CASCADE")

    @staticmethod
    def text(length: int) -> Any:
        return Field(max_length=length, index=True)


links = Links("the")


class Shelf(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    label: str = Links("a").text(20)
    books: list["Book"] = Links("a").many("Shelf")


class Book(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    shelf_id: int = links.key("shelf")
    shelf: Shelf = links.one("book")
    copies: list["Copy"] = Links("a").many("Book")


class Copy(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    book_id: int = links.key("book")
    book: Book = links.one("copy")
