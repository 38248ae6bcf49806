"""Names that depend on what is installed."""

try:
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

except ImportError:
    from sqlalchemy.ext.declarative import declarative_base
    from sqlalchemy import Column as mapped_column

    Base = declarative_base()

try:
    import ujson as json
except ImportError:
    import json

try:
    from sqlalchemy.dialects.postgresql import JSONB as JSONType
except ImportError:
    from sqlalchemy import JSON as JSONType

from sqlalchemy import ForeignKey, Integer, String, JSON
from sqlalchemy.orm import relationship
import sqlalchemy

if sqlalchemy.__version__.startswith("1."):
    KW = {}
else:
    KW = {"cascade": "all, delete-orphan"}


class A(Base):
    __tablename__ = "a"
    id = mapped_column(Integer, primary_key=True)
    data = mapped_column(JSON().with_variant(JSONType, "postgresql"))
    bs = relationship("B", back_populates="a", passive_deletes=True)


class B(Base):
    __tablename__ = "b"
    id = mapped_column(Integer, primary_key=True)
    a_id = mapped_column(ForeignKey("a.id"))
    a = relationship("A", back_populates="bs")
