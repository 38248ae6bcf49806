"""`sa_type`, as a class and as an instance."""

from sqlalchemy import JSON, BigInteger, String, Text
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True, sa_type=BigInteger)
    notes: str = Field(sa_type=Text)
    tags: list[str] = Field(sa_type=JSON)
    code: str = Field(sa_type=String(9))
