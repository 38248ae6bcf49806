"""A mapper may name the columns that it takes; what has another name on the class is mapped all the same."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()

reports = Table(
    "report",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(40), nullable=False),
    Column("secret", String(40)),
    Column("author_id", ForeignKey("author.id")),
)


class Report(Base):
    __table__ = reports
    __mapper_args__ = {"include_properties": ["id", "title"]}


class Author(Base):
    __tablename__ = "author"
    __mapper_args__ = {"include_properties": ["id", "name"]}
    id = Column(Integer, primary_key=True)
    name = Column(String(40))
    x = Column(Integer, key="xx")
