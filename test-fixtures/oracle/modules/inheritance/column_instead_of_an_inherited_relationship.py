"""A subclass has a column where its base has a relationship."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class Task(Base):
    __tablename__ = "task"

    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("task.id"))
    parent = relationship("Task", remote_side=[id])


class Import(Task):
    __tablename__ = "import"

    id = Column(ForeignKey("task.id"), primary_key=True)
    parent = Column("parent_path", String(50))


class Upload(Import):
    __tablename__ = "upload"

    id = Column(ForeignKey("import.id"), primary_key=True)
