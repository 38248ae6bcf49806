"""A class made by calling `type`."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


def table_for(name):
    return type(name, (Base,), {"__tablename__": name.lower(), "id": Column(Integer, primary_key=True)})


Red = table_for("Red")
