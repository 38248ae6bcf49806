"""
The key of a class two levels below the first is not known to be the key of the hierarchy: a reference to it is looked up by
a query, and so `post_update` writes its key, although nothing has loaded it.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Plant(Base):
    __tablename__ = "plant"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "plant"}


class Tree(Plant):
    __tablename__ = "tree"
    tree_key = Column(Integer, ForeignKey("plant.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "tree"}


class Oak(Tree):
    __tablename__ = "oak"
    oak_key = Column(Integer, ForeignKey("tree.tree_key"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "oak"}


class Acorn(Base):
    __tablename__ = "acorn"
    id = Column(Integer, primary_key=True)
    oak_id = Column(Integer, ForeignKey("oak.oak_key"), nullable=False)
    oak = relationship("Oak", backref="acorns", post_update=True)


class Nest(Base):
    __tablename__ = "nest"
    id = Column(Integer, primary_key=True)
    tree_id = Column(Integer, ForeignKey("tree.tree_key"), nullable=False)
    tree = relationship("Tree", backref="nests", post_update=True)


class Label(Base):
    __tablename__ = "label"
    id = Column(Integer, primary_key=True)
    tree_id = Column(Integer, ForeignKey("tree.tree_key"))
    tree = relationship("Tree", foreign_keys=tree_id, post_update=True)
    oak_id = Column(Integer, ForeignKey("oak.oak_key"))
    oak = relationship("Oak", foreign_keys=oak_id, post_update=True)
