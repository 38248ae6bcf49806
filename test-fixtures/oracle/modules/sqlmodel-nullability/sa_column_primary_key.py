"""A primary key `Column` is NOT NULL."""

from sqlalchemy import Column, Integer, String
from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int = Field(sa_column=Column(Integer, primary_key=True))
    code: str = Field(sa_column=Column(String(12), unique=True, nullable=False))
