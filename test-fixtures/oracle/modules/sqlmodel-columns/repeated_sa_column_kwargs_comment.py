"""Comments and the like change nothing."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str = Field(sa_column_kwargs={"comment": "what people say"})
