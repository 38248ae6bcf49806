"""Branches of a class body that constants decide, a walrus, a try."""

from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
DEBUG = False
USE_TENANT = True
_prefix = "app_"


class Tenant(Base):
    __tablename__ = _prefix + "tenant"
    id = Column(Integer, primary_key=True)


class Item(Base):
    __tablename__ = "%sitem" % _prefix
    id = Column(Integer, primary_key=True)
    if USE_TENANT:
        tenant_id = Column(Integer, ForeignKey(f"{Tenant.__tablename__}.id", ondelete="CASCADE"), nullable=False)
        tenant = relationship("Tenant", backref="items")
    else:
        tenant_name = Column(String)
    if not DEBUG:
        pass
    else:
        debug = Column(String)
    if TYPE_CHECKING:
        fake: int
    else:
        real = Column(Integer)
    try:
        extra = Column(String(10))
    except Exception:
        extra = None
    a = b = None
    x, y = Column(Integer), Column(Integer)
    (z := Column("zed", Integer))
    name: str
    name = Column(String, default="n")
