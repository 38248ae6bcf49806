"""An eager load by subquery inside a lazy load, which forgets where the lazy load came from."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Country(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    towns: list["Town"] = Relationship(sa_relationship_kwargs={"lazy": "subquery"})
    mayors: list["Mayor"] = Relationship(passive_deletes=True, sa_relationship_kwargs={"lazy": "selectin"})


class Town(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    country_id: Optional[int] = Field(default=None, foreign_key="country.id")
    country: Optional["Country"] = Relationship(sa_relationship_kwargs={"lazy": "joined"})


class Mayor(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    country_id: Optional[int] = Field(default=None, foreign_key="country.id")
    country: Optional["Country"] = Relationship(cascade_delete=True, sa_relationship_kwargs={"single_parent": True})
