"""A column of a mixin that the given table lacks, and one that it has."""

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Named:
    name = Column(String)


class Noted:
    note = Column(String)


class Tag(Named, Base):
    __table__ = Table("tag", Base.metadata, Column("id", Integer, primary_key=True), Column("name", String))


class User(Noted, Base):
    __table__ = Table("user", Base.metadata, Column("id", Integer, primary_key=True))
