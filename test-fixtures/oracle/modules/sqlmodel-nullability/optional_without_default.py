"""`Optional` is nullable, default or not."""

from typing import Optional, Union

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(primary_key=True)
    size: Optional[int]
    height: int | None
    depth: None | int
    width: Union[int, None]
