"""A self-reference over a column and a criterion: SQLAlchemy warns that it cannot tell the remote side of the criterion."""

from sqlalchemy import Column, ForeignKey, Integer, String, and_
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    kind = Column(String)
    parent_id = Column(ForeignKey("node.id"))
    leaves = relationship("Node", primaryjoin="and_(Node.id == Node.parent_id, Node.kind == 'leaf')")
    parent = relationship("Node", primaryjoin=and_(parent_id == id, kind == "leaf"), remote_side=[id], viewonly=True)
