"""Two references to one table told apart by joins in text."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class A(Base):
    __tablename__ = "a"
    id = Column(Integer, primary_key=True)
    cs = relationship("C", cascade="all", primaryjoin="A.id == C.a_id", backref="a")
    c2 = relationship("C", primaryjoin="and_(A.id == C.a2_id, C.id > 5)", backref="a2")


class C(Base):
    __tablename__ = "c"
    id = Column(Integer, primary_key=True)
    a_id = Column(Integer, ForeignKey(A.id), nullable=False)
    a2_id = Column(Integer, ForeignKey("a.id"))
