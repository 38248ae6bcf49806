"""A path that others start with."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base, relationship, remote, foreign
Base = declarative_base()
class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    path = Column(String(500), nullable=False, index=True)
    descendants = relationship("Node", viewonly=True, order_by=path, primaryjoin=remote(foreign(path)).like(path.concat(".%")))
