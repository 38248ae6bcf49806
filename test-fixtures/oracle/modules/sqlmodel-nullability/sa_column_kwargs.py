"""`sa_column_kwargs` is applied last."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: int = Field(sa_column_kwargs={"nullable": True})
    height: Optional[int] = Field(default=None, sa_column_kwargs={"nullable": False})
