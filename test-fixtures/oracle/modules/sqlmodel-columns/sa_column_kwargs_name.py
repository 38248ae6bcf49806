"""A name through `sa_column_kwargs`."""

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    uid: str = Field(sa_column_kwargs={"name": "user_id"})
