"""
What a single-table class puts into the first table shows in a joined class that was there before once something is put into the
table of that: classes below it leave out only what it does not map of its own table.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Plant(Base):
    __tablename__ = "plant"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "plant"}


class Moss(Plant):
    moss_note = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "moss"}


class Tree(Plant):
    __tablename__ = "tree"
    id = Column(Integer, ForeignKey("plant.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "tree"}


class Herb(Plant):
    herb_note = Column(Integer)
    renamed = Column("herb_text", String(10))
    __mapper_args__ = {"polymorphic_identity": "herb"}


class Oak(Tree):
    __mapper_args__ = {"polymorphic_identity": "oak"}


class Beech(Tree):
    __tablename__ = "beech"
    id = Column(Integer, ForeignKey("tree.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "beech"}


class CopperBeech(Beech):
    __mapper_args__ = {"polymorphic_identity": "copper beech"}


class Elm(Tree):
    elm_note = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "elm"}


class Ash(Tree):
    __mapper_args__ = {"polymorphic_identity": "ash"}


class Fern(Plant):
    fern_note = Column(Integer)
    __mapper_args__ = {"polymorphic_identity": "fern"}
