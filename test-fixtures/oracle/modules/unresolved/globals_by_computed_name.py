from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import backref, declarative_base, relationship

Base = declarative_base()


class Job(Base):
    __tablename__ = "job"

    id = Column(Integer, primary_key=True)
    tasks = relationship("Task", backref=backref("job"))


class Task(Base):
    __tablename__ = "task"

    id = Column(Integer, primary_key=True)
    job_id = Column(ForeignKey("job.id"))


FOR_COMPLETION = True
globals()["_".join(["FOR", "COMPLETION"])] = False
if FOR_COMPLETION:
    Task.job = relationship(Job)
