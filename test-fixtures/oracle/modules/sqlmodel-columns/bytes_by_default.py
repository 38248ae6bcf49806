"""A default of bytes is plain data."""

from typing import Optional

from sqlmodel import Field, SQLModel


class Snapshot(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    image: bytes = b""
    thumbnail: Optional[bytes] = Field(default=b"none")
