"""Mapped in and around quotes, aliases of names, abstract collections."""

import typing
from typing import Annotated, ForwardRef, Generic, List, Optional, Sequence, Set, TypeVar, Union
import collections.abc as cabc

import sqlalchemy.orm
from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped as M, mapped_column as mc, relationship as rel, WriteOnlyMapped

T = TypeVar("T")


class Base(DeclarativeBase):
    pass


class Parent(Base):
    __tablename__ = "parent"
    id: M[int] = mc(primary_key=True)
    a: "M[Optional[int]]"
    b: M["Optional[int]"]
    c: M["int | None"]
    d: "sqlalchemy.orm.Mapped[typing.Union[str, None]]"
    e: M[typing.Optional[Annotated[int, "meta"]]]
    kids: M[List["Child"]] = rel(back_populates="parent")
    kids_set: M[typing.Set["Child"]] = rel(viewonly=True)
    kids_col: M[cabc.MutableSet["Child"]] = rel(viewonly=True, collection_class=set)
    first: M["Child | None"] = rel(viewonly=True)
    second: "M[Child | None]" = rel(viewonly=True)
    third: M[Optional["Child"]] = rel("Child", viewonly=True, uselist=True)
    fourth: M["typing.Optional[Child]"] = rel(viewonly=True)


class Child(Base):
    __tablename__ = "child"
    id: M[int] = mc(primary_key=True)
    parent_id: M[int] = mc(ForeignKey("parent.id"))
    parent: M[Parent] = rel(back_populates="kids")
    parent2: M[Union["Parent", None]] = rel(viewonly=True)
    parent3: M["Parent"] = rel(lambda: Parent, viewonly=True)
