"""Digits and lengths count where SQLModel looks for them: in the field, in its metadata, in condecimal, not below Optional."""

from decimal import Decimal
from typing import Annotated, Optional

from pydantic import StringConstraints, condecimal, constr
from sqlmodel import Field, SQLModel


class Invoice(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    total: condecimal(max_digits=6, decimal_places=2)
    rebate: Optional[condecimal(max_digits=6, decimal_places=2)] = None
    tax: condecimal(max_digits=6, decimal_places=2) = Field(default=0, max_digits=8)
    fee: Annotated[condecimal(max_digits=9, decimal_places=3), Field(index=True)]
    paid: Annotated[Decimal, Field(max_digits=7, decimal_places=1)]
    open_: Optional[Annotated[Decimal, Field(max_digits=7, decimal_places=1)]] = None
    number: constr(max_length=10)
    place: Annotated[str, StringConstraints(max_length=12)]
    street: Annotated[str, StringConstraints(max_length=12)] = Field(max_length=15)
    note: Annotated[Optional[str], Field(max_length=14)] = None
    memo: Optional[Annotated[str, Field(max_length=13)]] = None
