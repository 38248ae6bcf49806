"""New types and named aliases as keys of a type_annotation_map, inside Optional too."""

from typing import Annotated, NewType, Optional
from typing_extensions import TypeAliasType

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

Name = NewType("Name", str)
Code = TypeAliasType("Code", str)
Pk = TypeAliasType("Pk", Annotated[int, mapped_column(primary_key=True)])
MaybeCode = TypeAliasType("MaybeCode", Optional[str])


class Base(DeclarativeBase):
    type_annotation_map = {Name: String(11), Code: String(12)}


class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Name]
    code: Mapped[Code]
    opt: Mapped[Optional[Code]]
    optname: Mapped[Name | None]
