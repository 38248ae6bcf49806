"""Ways to name the remote side."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    parent_id = Column(ForeignKey("node.id"))
    a = relationship("Node", remote_side=id, viewonly=True)
    b = relationship("Node", remote_side="Node.id", viewonly=True)
    c = relationship("Node", remote_side="[Node.id]", viewonly=True)
    d = relationship("Node", remote_side=lambda: Node.id, viewonly=True)
    e = relationship("Node", primaryjoin="remote(Node.id) == Node.parent_id", viewonly=True)
    f = relationship("Node", primaryjoin="Node.id == remote(Node.parent_id)", viewonly=True)
