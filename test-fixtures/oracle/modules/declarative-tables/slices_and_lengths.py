"""Arguments cut out of a list, put in order, and chosen by how many there are."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base(metadata=MetaData())
SIDES = ["west", "east", "north"]


class Quarry(Base):
    __tablename__ = "quarry"
    __table_args__ = tuple(Index(f"ix_{side}", side) for side in SIDES[:2]) + (
        CheckConstraint(f"{SIDES[-1:][0]} > 0", name="_".join(sorted(SIDES[1:]))),
    )
    id = Column(Integer, primary_key=True)
    west = Column(Integer)
    east = Column(Integer)
    north = Column(Integer)
    stones = relationship("Stone", back_populates="quarry", cascade="all, delete" if len(SIDES) > 2 else "all")


class Stone(Base):
    __tablename__ = "stone"
    id = Column(Integer, primary_key=True)
    quarry_id = Column(ForeignKey("quarry.id", **({"ondelete": "CASCADE"} if len(SIDES) == 3 else {})))
    quarry = relationship(Quarry, back_populates="stones")


signs = Table("_".join(sorted(["stone", "quarry"])), Base.metadata, Column("id", Integer, primary_key=True))
