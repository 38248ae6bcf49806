"""Arguments of pydantic leave the column alone."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    age: int = Field(ge=0, le=200, description="years", title="Age")
    name: str = Field(min_length=1, regex="^[a-z]+$")
