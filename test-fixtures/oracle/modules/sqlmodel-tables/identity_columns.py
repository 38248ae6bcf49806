"""Columns that the database counts, in each place where SQLModel takes an argument of a column."""

from typing import Optional

from sqlalchemy import Column, Identity, Integer
from sqlmodel import Field, SQLModel


class Receipt(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True, sa_column_args=[Identity(start=1000)])
    number: Optional[int] = Field(default=None, sa_column=Column(Integer, Identity(always=True)))
    page: Optional[int] = Field(default=None, sa_column_args=[Identity()])
