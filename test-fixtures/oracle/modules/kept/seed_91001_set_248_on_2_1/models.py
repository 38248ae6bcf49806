import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, List, Optional
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Column, Computed, Date, DateTime, Enum, Float, ForeignKey, Identity
from sqlalchemy import ForeignKeyConstraint, Index, Integer, MetaData, Numeric, String, Table, UniqueConstraint, Uuid, and_, func, text
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, MappedAsDataclass, WriteOnlyMapped, as_declarative
from sqlalchemy.orm import backref, column_property, composite, declarative_base, declared_attr, deferred, foreign
from sqlalchemy.orm import mapped_column, registry, relationship, synonym, validates
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_property


class Shade(enum.Enum):
    LIGHT = "light"
    DARK = "dark"


class Pair:
    def __init__(self, one, other):
        self.one, self.other = one, other

    def __composite_values__(self):
        return self.one, self.other


Base = declarative_base()


class Hazel(Base):
    NAME = "hazel"
    __tablename__ = NAME
    __table_args__ = (CheckConstraint("birch_amber_id IS NOT NULL OR id > 0"),)
    id = Column(Integer, primary_key=True)
