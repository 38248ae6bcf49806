"""A class may be given the table of another class."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Author(Base):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)
    name = Column("full_name", String(40), nullable=False)
    reports = relationship("Report", cascade="all, delete-orphan")


class Report(Base):
    __tablename__ = "report"
    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey("author.id"), nullable=False)


class AuthorName(Base):
    __table__ = Author.__table__
    __mapper_args__ = {"include_properties": ["id", "full_name"]}


class ReportAgain(Base):
    __table__ = Report.__table__
    author = relationship(AuthorName, backref="all_reports", overlaps="reports")
