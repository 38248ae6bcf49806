"""Types of other dialects, collations, defaults that are expressions."""

import datetime
import decimal
import uuid
from typing import Any
from sqlalchemy import *
from sqlalchemy.dialects import mysql, mssql, oracle, postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY as PGARRAY, BYTEA, CIDR, HSTORE, INET, JSON as PGJSON, JSONB, TSVECTOR, UUID as PGUUID, TIMESTAMP as PGTIMESTAMP, INTERVAL
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class T(Base):
    __tablename__ = "t"
    id = Column(BigInteger().with_variant(sqlite.INTEGER(), "sqlite"), primary_key=True)
    a = Column(Unicode(10))
    b = Column(UnicodeText)
    c = Column(LargeBinary(100))
    d = Column(Numeric)
    e = Column(Numeric(precision=10, scale=2, asdecimal=False))
    f = Column(Float(53))
    g = Column(Double)
    h = Column(Interval)
    i = Column(Time(timezone=True))
    j = Column(Boolean(create_constraint=True, name="ck_j"))
    k = Column(CHAR(3))
    l = Column(VARCHAR(30, collation="NOCASE"))
    m = Column(NVARCHAR(5))
    n = Column(TEXT(50))
    o = Column(DECIMAL(5, 1))
    p = Column(REAL)
    q = Column(SmallInteger())
    r = Column(DATETIME)
    s = Column(PickleType)
    t = Column(Uuid(native_uuid=False))
    u = Column(UUID(as_uuid=True))
    v = Column(Enum("x", "yyyy", native_enum=False, create_constraint=True, name="v_enum"))
    w = Column(mysql.TINYINT(1))
    x = Column(mysql.LONGTEXT)
    y = Column(String(collation="C"))
    z = Column(Integer, default=lambda: 1, onupdate=func.now(), nullable=False, server_default=literal(5))
    aa = Column(DateTime, server_default=text("(datetime('now'))"))
    ab = Column(Boolean, server_default=true())
    ac = Column(Boolean, server_default=false(), nullable=False)
    ad = Column(String, server_default="it's")
    ae = Column(Integer, server_default=text("0"))
    af = Column(JSON(none_as_null=True), server_default="{}")
    ag = Column(Date, server_default=func.current_date())
    ah = Column(VARBINARY(10))
    ai = Column(CLOB)
    aj = Column(NCHAR(2))
    ak = Column(oracle.NCLOB)
    al = Column(oracle.NVARCHAR2(10))
