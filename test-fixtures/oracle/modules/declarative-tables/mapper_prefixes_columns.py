"""A mapper may put a prefix before the names of columns, though not where the class names them otherwise."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

reports = Table(
    "report",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(40), nullable=False, key="ti"),
    Column("author_id", ForeignKey("author.id")),
)


class Author(Base):
    __tablename__ = "author"
    __mapper_args__ = {"column_prefix": "c_"}
    id = Column(Integer, primary_key=True)
    name = Column("nm", String(40))
    boss_id = Column(ForeignKey("author.id"))
    reports = relationship("Report", primaryjoin="Author.c_id == Report._author_id", viewonly=True)


class Report(Base):
    __table__ = reports
    heading = reports.c.ti
    __mapper_args__ = {"column_prefix": "_"}
    author = relationship(Author)


class Sub(Author):
    __tablename__ = "sub"
    id = Column(ForeignKey("author.id"), primary_key=True)
    extra = Column(Integer)
    __mapper_args__ = {"column_prefix": "s_"}


class Sub2(Author):
    __tablename__ = "sub2"
    id = Column(ForeignKey("author.id"), primary_key=True)
    extra = Column(Integer)
