"""Joins over BETWEEN, LIKE, IN, functions, casts and operators of one's own."""

from sqlalchemy import Column, ForeignKey, Integer, String, func, and_, cast
from sqlalchemy.orm import declarative_base, relationship, remote, foreign
Base = declarative_base()


class Range(Base):
    __tablename__ = "range"
    id = Column(Integer, primary_key=True)
    low = Column(Integer)
    high = Column(Integer)
    name = Column(String)
    values = relationship("Value", viewonly=True, primaryjoin="foreign(Value.n).between(Range.low, Range.high)")
    named = relationship("Value", viewonly=True, primaryjoin=lambda: foreign(Value.name).startswith(Range.name))
    same = relationship("Value", viewonly=True, primaryjoin=lambda: func.lower(foreign(Value.name)) == func.lower(Range.name))
    inside = relationship("Value", viewonly=True, primaryjoin=lambda: foreign(Value.n).in_([Range.low, Range.high]))
    custom = relationship("Value", viewonly=True, primaryjoin=lambda: Range.name.op("<<", is_comparison=True)(foreign(Value.name)))
    custom2 = relationship("Value", viewonly=True, primaryjoin=lambda: Range.name.bool_op("@>")(foreign(Value.name)))
    casted = relationship("Value", primaryjoin=lambda: cast(Range.id, String) == foreign(Value.name))


class Value(Base):
    __tablename__ = "value"
    id = Column(Integer, primary_key=True)
    n = Column(Integer)
    name = Column(String)
    range_id = Column(Integer, ForeignKey("range.id"))
    range = relationship(Range, primaryjoin=and_(range_id == Range.id, n >= Range.low), viewonly=True)
