"""Every kind of default beside `Optional`."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: Optional[int] = None
    b: Optional[int] = Field(default=None)
    c: Optional[int] = Field(...)
    d: Optional[int] = Field(default_factory=int)
    e: Optional[int] = Field(default=4)
