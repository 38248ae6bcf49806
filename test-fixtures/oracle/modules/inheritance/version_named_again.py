"""
A subclass that names a version of its own: writes to the table of the base still ask for that of the base, of which its objects say
nothing. The attribute of the base stands for the same column all the same.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Tree(Base):
    __tablename__ = "tree"
    id = Column(Integer, primary_key=True)
    nodes = relationship("Node")
    leaves = relationship("Leaf", cascade="all", overlaps="nodes")


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    version = Column(Integer, nullable=False)
    kind = Column(String(10))
    tree_id = Column(ForeignKey("tree.id"))
    __mapper_args__ = {"version_id_col": version, "polymorphic_on": kind, "polymorphic_identity": "n"}


class Leaf(Node):
    __tablename__ = "leaf"
    id = Column(ForeignKey("node.id"), primary_key=True)
    leaf_version = Column(Integer, nullable=False)
    __mapper_args__ = {"version_id_col": leaf_version, "polymorphic_identity": "l"}


class Twig(Node):
    __mapper_args__ = {"polymorphic_identity": "t", "version_id_col": Node.version}


class Root(Node):
    __mapper_args__ = {"polymorphic_identity": "r", "version_id_col": Node.__table__.c.version}


class Bud(Node):
    __tablename__ = "bud"
    id = Column(ForeignKey("node.id"), primary_key=True)
    version = Column(Integer, nullable=False)
    __mapper_args__ = {"version_id_col": version, "polymorphic_identity": "b"}


class Plain(Base):
    __tablename__ = "plain"
    id = Column(Integer, primary_key=True)
    kind = Column(String(10))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "p"}


class Counted(Plain):
    __tablename__ = "counted"
    id = Column(ForeignKey("plain.id"), primary_key=True)
    version = Column(Integer, nullable=False)
    parent_id = Column(ForeignKey("counted.id"))
    children = relationship("Counted", foreign_keys=[parent_id])
    __mapper_args__ = {"version_id_col": version, "polymorphic_identity": "c", "inherit_condition": id == Plain.id}
