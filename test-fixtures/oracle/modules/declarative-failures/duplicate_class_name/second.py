from base import Base
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import relationship


class Entry(Base):
    __tablename__ = "second_entry"
    id = Column(Integer, primary_key=True)


class Remark(Base):
    __tablename__ = "remark"
    id = Column(Integer, primary_key=True)
    entry_id = Column(ForeignKey("second_entry.id"))
    entry = relationship("Entry")
