"""Constrained types, paths, addresses, enumerations, decorated types."""

import ipaddress
import pathlib
from decimal import Decimal
from enum import IntEnum
from typing import Any, ClassVar, Literal, NewType, Optional

from pydantic import AnyUrl, BaseModel, EmailStr, HttpUrl, SecretStr, computed_field, constr, conint, field_validator, PositiveInt, NonNegativeFloat
from sqlalchemy import TypeDecorator, String, JSON, Integer
from sqlmodel import AutoString, Field, SQLModel, Column

UserId = NewType("UserId", int)


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Address(BaseModel):
    street: str


class AddressType(TypeDecorator):
    impl = JSON
    cache_ok = True


class Upper(TypeDecorator):
    impl = String(30)


class Thing(SQLModel, table=True):
    __tablename__: ClassVar[str] = "things"
    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(sa_type=AutoString(length=99))
    path: pathlib.Path
    ip: ipaddress.IPv4Address
    level: Level = Level.LOW
    amount: Decimal = Field(decimal_places=3)
    rate: float = 1.0
    pos: PositiveInt
    nn: NonNegativeFloat = 0.0
    short: constr(max_length=12)
    small: conint(gt=3) = 5
    mail: EmailStr | None = None
    address: Address = Field(sa_type=AddressType)
    upper: str = Field(sa_column=Column(Upper(), nullable=False))
    raw: bytes = b""
    flag: bool = Field(default=False, sa_column_kwargs={"server_default": "false"})
    any: Any = Field(default=None, sa_type=JSON)
    json_list: list[dict[str, Any]] | None = Field(default=None, sa_type=JSON)

    @computed_field
    @property
    def double(self) -> float:
        return self.rate * 2
