"""`__abstract__` beside `table=True`: no table, no error."""

from sqlmodel import Field, SQLModel


class Record(SQLModel, table=True):
    __abstract__ = True
    id: int = Field(primary_key=True)
