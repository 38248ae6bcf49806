"""
A concrete class takes over the version column and `passive_deletes` of its base, though not its rows, and no write of it succeeds; a
class without an identity in a hierarchy with a discriminator is warned of.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Plant(Base):
    __tablename__ = "plant"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    revision = Column(Integer, nullable=False)
    __mapper_args__ = {
        "polymorphic_on": kind,
        "polymorphic_identity": "plant",
        "version_id_col": revision,
        "passive_deletes": True,
    }


class Tree(Plant):
    __tablename__ = "tree"
    id = Column(Integer, ForeignKey("plant.id", ondelete="CASCADE"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "tree"}


class Stone(Plant):
    __tablename__ = "stone"
    id = Column(Integer, primary_key=True)
    garden_id = Column(Integer, ForeignKey("garden.id"))
    __mapper_args__ = {"concrete": True}


class Garden(Base):
    __tablename__ = "garden"
    id = Column(Integer, primary_key=True)
    stones = relationship("Stone")


class Pebble(Stone):
    __tablename__ = "pebble"
    id = Column(Integer, primary_key=True)
    garden_id = Column(Integer, ForeignKey("garden.id"))
    __mapper_args__ = {"concrete": True}
