from sqlalchemy import Column, ForeignKey, Index, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Worker(Base):
    __tablename__ = "worker"

    id = Column(Integer, primary_key=True)
    name = Column(String(30))


class Task(Base):
    __tablename__ = "task"
    __table_args__ = {"sqlite_autoincrement": True}

    id = Column(Integer, primary_key=True)
    status = Column(String(50))


class TaskExtended(Task):
    __tablename__ = "task"
    __table_args__ = (Index("ix_task_queue", "queue"), {"sqlite_autoincrement": True, "extend_existing": True})

    queue = Column(String(155))
    worker_id = Column(ForeignKey("worker.id", ondelete="CASCADE"))
    worker = relationship(Worker, backref="tasks")
