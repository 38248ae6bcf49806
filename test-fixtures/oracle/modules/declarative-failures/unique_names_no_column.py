"""A unique constraint over a column that is not there."""

from sqlalchemy import Column, ForeignKey, Integer, UniqueConstraint, Index
from sqlalchemy.orm import declarative_base, relationship


Base = declarative_base()


class A(Base):
    __tablename__ = "a"
    __table_args__ = (UniqueConstraint("id", "nope"),)
    id = Column(Integer, primary_key=True)
