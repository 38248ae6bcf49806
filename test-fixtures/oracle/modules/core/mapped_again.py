"""The table of a class may be mapped again: by a subclass, by name, by an imperative mapping."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base, registry

Base = declarative_base()
other = registry()


class Animal(Base):
    __tablename__ = "animal"
    id = Column(Integer, primary_key=True)
    kind = Column(String(10))
    weight = Column("grams", Integer)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "animal"}


class Cat(Animal):
    __table__ = Animal.__table__
    __mapper_args__ = {"polymorphic_identity": "cat"}


class Row:
    pass


class Heavy:
    pass


other.map_imperatively(Row, Animal.__table__)
other.map_imperatively(Heavy, Base.metadata.tables["animal"], properties={"mass": Animal.__table__.c.grams})
