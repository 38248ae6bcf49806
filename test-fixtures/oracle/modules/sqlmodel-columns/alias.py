"""An alias does not change the column."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    first_name: str = Field(alias="firstName")
