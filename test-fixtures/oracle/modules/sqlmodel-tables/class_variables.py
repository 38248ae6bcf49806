"""Class variables, private names, properties and methods are no columns."""

from typing import ClassVar

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    limit: ClassVar[int] = 3
    _cache: dict = {}
    name: str

    @property
    def label(self) -> str:
        return self.name

    def shout(self) -> str:
        return self.name.upper()
