"""A view without a key of its own."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship


Base = declarative_base()


class View(Base):
    __tablename__ = "v_view"
    a = Column(Integer)
    b = Column(String)
    __mapper_args__ = {"primary_key": [a, b]}


class Log(Base):
    __tablename__ = "log"
    at = Column(Integer)
    view_a = Column(ForeignKey("v_view.a"))
    __mapper_args__ = {"primary_key": ["at"]}
