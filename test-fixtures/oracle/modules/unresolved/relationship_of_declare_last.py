"""A relationship that every subclass gets once all mappers are made."""

from sqlalchemy import Column, ForeignKey, Integer, and_
from sqlalchemy.orm import declarative_base, foreign, relationship

Base = declarative_base()


class Person(Base):
    __abstract__ = True

    id = Column(Integer, primary_key=True)

    @classmethod
    def __declare_last__(cls):
        if not hasattr(cls, "jobs"):
            cls.jobs = relationship(
                Job,
                primaryjoin=and_(cls.id == foreign(Job.owner_id), Job.owner_type == cls.__name__),
                cascade="all, delete-orphan",
                overlaps="jobs",
            )


class Customer(Person):
    __tablename__ = "customer"


class Vendor(Person):
    __tablename__ = "vendor"


class Job(Base):
    __tablename__ = "job"
    id = Column(Integer, primary_key=True)
    owner_type = Column(Integer)
    owner_id = Column(Integer)
    parent_id = Column(ForeignKey("job.id"))
