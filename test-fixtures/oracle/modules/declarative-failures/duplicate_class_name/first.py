from base import Base
from sqlalchemy import Column, Integer


class Entry(Base):
    __tablename__ = "first_entry"
    id = Column(Integer, primary_key=True)
