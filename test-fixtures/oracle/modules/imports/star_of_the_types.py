"""Types by star import of the module that defines them, and of those of a database."""

from sqlalchemy import Column, ForeignKey
from sqlalchemy.dialects.postgresql import *
from sqlalchemy.orm import declarative_base, relationship
from sqlalchemy.sql.sqltypes import *

Base = declarative_base()


class Term(Base):
    __tablename__ = "term"

    id = Column(Text(), primary_key=True)
    label = Column(String(20))
    weight = Column(Integer())


class Usage(Base):
    __tablename__ = "usage"

    id = Column(Integer, primary_key=True)
    term_id = Column(Text(), ForeignKey("term.id"))
    term = relationship("Term")


class Place(Base):
    __tablename__ = "place"

    id = Column(Integer, primary_key=True)
    seen = Column(TIMESTAMP)
