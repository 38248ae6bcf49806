from sqlalchemy import Column, ForeignKey, Integer

from .base import Base


class Gate(Base):
    __tablename__ = "gate"
    id = Column(Integer, primary_key=True)
    sluice_id = Column(ForeignKey("sluice.id", ondelete="CASCADE"))
