"""A column in a class that has its table already."""

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __table__ = Table("user", Base.metadata, Column("id", Integer, primary_key=True))
    name = Column("full_name", String)
