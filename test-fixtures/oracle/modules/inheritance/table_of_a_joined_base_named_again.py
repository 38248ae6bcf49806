"""
A method of the base names its table for a subclass too. The rows of that subclass are those of this one table, without
the base's base, which has the discriminator.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, declared_attr

Base = declarative_base()


class Plant(Base):
    __tablename__ = "plant"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "plant"}


class Tree(Plant):
    @declared_attr.directive
    def __tablename__(cls):
        return "tree"

    id = Column(Integer, ForeignKey("plant.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "tree"}


class Oak(Tree):
    __mapper_args__ = {"polymorphic_identity": "oak"}
