"""A mapper may leave columns of its table unmapped, also under a relationship that runs over them."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

reports = Table(
    "report",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(40), nullable=False),
    Column("secret", String(40)),
    Column("author_id", ForeignKey("author.id")),
)


class Author(Base):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)
    name = Column(String(40))
    reports = relationship("Report")


class Report(Base):
    __table__ = reports
    __mapper_args__ = {"exclude_properties": ["secret", "author_id"]}


class Inline(Base):
    __tablename__ = "inline"
    __mapper_args__ = {"exclude_properties": ["b"]}
    id = Column(Integer, primary_key=True)
    a = Column(Integer)
    b = Column(Integer)
