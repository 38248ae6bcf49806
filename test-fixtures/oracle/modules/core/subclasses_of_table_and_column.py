"""Classes of the project that are Tables, Columns and MetaData of SQLAlchemy, under names of their own."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import declarative_base, relationship


class AuditTable(Table):
    """Made otherwise by a compiler hook."""

    inherit_cache = True


class Documented(Column):
    inherit_cache = True


class Catalogue(MetaData):
    pass


metadata = Catalogue()
Base = declarative_base(metadata=metadata)

audit = AuditTable(
    "audit",
    metadata,
    Documented("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("account.id", ondelete="CASCADE")),
)


class Account(Base):
    __tablename__ = "account"

    id = Documented(Integer, primary_key=True)
    name = Documented("full_name", String(40))
    parent_id = Documented(ForeignKey("account.id"))
    children = relationship("Account", cascade="all, delete-orphan")
