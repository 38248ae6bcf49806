"""The file of the base gives its metadata a convention and a schema after it was made."""

from base import Base
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column


class Parent(Base):
    __tablename__ = "parent"
    id: Mapped[int] = mapped_column(primary_key=True)


class Child(Base):
    __tablename__ = "child"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey("main.parent.id"))


link = Table("link", Base.metadata, Column("child_id", ForeignKey(Child.id)))
