"""Lengths and precisions."""

from decimal import Decimal

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str = Field(max_length=40)
    price: Decimal = Field(max_digits=8, decimal_places=2)
