"""The database's default spelt out: deleting a composer with scores is refused."""

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Composer(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    surname: str


class Score(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    opus: str
    composer_id: int = Field(
        foreign_key="composer.id",
        ondelete="NO ACTION",  # refuses, as RESTRICT does in most databases
    )

    composer: Optional[Composer] = Relationship()
