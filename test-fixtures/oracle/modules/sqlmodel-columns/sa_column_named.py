"""A column with another name than its attribute."""

from sqlalchemy import Column, String
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    nick: str = Field(sa_column=Column("nickname", String, index=True))
