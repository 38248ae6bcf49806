"""Which columns a mapper leaves out is only known once the code has run."""

import os

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
HIDDEN = os.environ.get("HIDDEN", "none").split(",")


class Author(Base):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)
    reports = relationship("Report")


class Report(Base):
    __tablename__ = "report"
    __mapper_args__ = {"exclude_properties": HIDDEN}
    id = Column(Integer, primary_key=True)
    secret = Column(String(40))
    author_id = Column(ForeignKey("author.id"), nullable=False)
