"""Other defaults leave the column NOT NULL."""

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: int = 5
    height: int = Field(default_factory=int)
    width: int = Field(5)
