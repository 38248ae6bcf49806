"""Three ways of writing the same union."""

import typing

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: typing.Optional[int] = None
    b: typing.Union[None, int] = None
    c: typing.Union[str, None] = None
