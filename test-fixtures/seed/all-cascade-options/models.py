"""Both sides cascade and the ORM leaves unloaded rows to the database."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Recipe(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    title: str

    steps: List["Step"] = Relationship(
        back_populates="recipe",
        sa_relationship_kwargs={
            "cascade": "all, delete-orphan",  # delete with the recipe, and when taken out of it
            "passive_deletes": True,  # rows not in memory are the database's business
        },
    )


class Step(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    text: str
    recipe_id: int = Field(foreign_key="recipe.id", ondelete="CASCADE")

    recipe: Optional[Recipe] = Relationship(back_populates="steps")
