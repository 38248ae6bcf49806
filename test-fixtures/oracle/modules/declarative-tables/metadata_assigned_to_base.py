"""The base takes over a metadata that has tables already."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.orm import declarative_base, relationship

metadata = MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s"})
tags = Table("tags", metadata, Column("id", Integer, primary_key=True))

Base = declarative_base()
Base.metadata = metadata


class Note(Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)
    tag_id = Column(ForeignKey("tags.id", ondelete="SET NULL"))
    lines = relationship("Line", backref="note")


class Line(Base):
    __tablename__ = "line"
    id = Column(Integer, primary_key=True)
    note_id = Column(ForeignKey("note.id"))
