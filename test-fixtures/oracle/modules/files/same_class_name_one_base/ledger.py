from base import Base
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import relationship


class Entry(Base):
    __tablename__ = "ledger_entry"
    id = Column(Integer, primary_key=True)


class Account(Base):
    __tablename__ = "account"
    id = Column(Integer, primary_key=True)
    entry_id = Column(ForeignKey("ledger_entry.id"))
    entry = relationship("ledger.Entry")
