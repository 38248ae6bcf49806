"""Column types named outright, as classes and as instances."""

from sqlalchemy import (
    CHAR,
    JSON,
    TIMESTAMP,
    VARCHAR,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    Enum,
    Float,
    Interval,
    LargeBinary,
    Numeric,
    SmallInteger,
    String,
    Text,
    Time,
    Unicode,
    UnicodeText,
    Uuid,
)
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Everything(Base):
    __tablename__ = "everything"
    id = Column(BigInteger, primary_key=True)
    a = Column(String(30))
    b = Column(Text())
    c = Column(Numeric(10, 2))
    d = Column(Float)
    e = Column(Boolean)
    f = Column(DateTime(timezone=True))
    g = Column(LargeBinary)
    h = Column(JSON)
    i = Column(SmallInteger)
    j = Column(Enum("red", "green", name="colour"))
    k = Column(Interval)
    l = Column(Uuid)
    m = Column(Unicode(5))
    n = Column(UnicodeText)
    o = Column(Double)
    p = Column(TIMESTAMP)
    q = Column(VARCHAR(7))
    r = Column(CHAR(2))
    s = Column(Time)
    t = Column(Date)
