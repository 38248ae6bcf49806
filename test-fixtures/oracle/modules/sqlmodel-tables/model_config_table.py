"""`model_config` can say that the class is a table."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel):
    model_config = {"table": True}
    id: int = Field(primary_key=True)
