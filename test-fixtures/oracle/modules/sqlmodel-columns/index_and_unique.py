"""`index`, `unique`, both."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str = Field(index=True)
    email: str = Field(unique=True)
    code: str = Field(index=True, unique=True)
