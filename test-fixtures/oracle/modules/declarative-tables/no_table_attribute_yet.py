"""The base says None for what declarative will set on each class."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship


class Model:
    __table__ = None

    id = Column(Integer, primary_key=True)


Base = declarative_base(cls=Model)


class Workflow(Base):
    __tablename__ = "workflow"

    tasks = relationship("Task", back_populates="workflow")


class Task(Base):
    __tablename__ = "task"

    workflow_id = Column(ForeignKey("workflow.id", ondelete="CASCADE"))
    workflow = relationship("Workflow", back_populates="tasks")
