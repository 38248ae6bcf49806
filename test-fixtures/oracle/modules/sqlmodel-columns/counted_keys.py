"""`autoincrement` among the keywords that go to the column."""

from sqlmodel import Field, SQLModel


class Invoice(SQLModel, table=True):
    tenant: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class Given(SQLModel, table=True):
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


class Counted(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True, sa_column_kwargs={"autoincrement": True})
