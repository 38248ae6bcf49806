"""`schema=None` is an option that was not given: the table goes where the metadata says."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base(metadata=MetaData(schema="mill"))


class Wheel(Base):
    __tablename__ = "wheel"
    __table_args__ = {"schema": None}
    id = Column(Integer, primary_key=True)
    spokes = relationship("Spoke", back_populates="wheel")


class Spoke(Base):
    __tablename__ = "spoke"
    id = Column(Integer, primary_key=True)
    wheel_id = Column(ForeignKey("mill.wheel.id", ondelete="CASCADE"))
    wheel = relationship(Wheel, back_populates="spokes")
