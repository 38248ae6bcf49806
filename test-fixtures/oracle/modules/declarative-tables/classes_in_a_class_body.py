"""Bases, keywords and decorators of a nested class are names of the class body that it stands in, and only they."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, declared_attr, registry, relationship


class Keyed:
    number = Column(Integer, primary_key=True)


class Store:
    Base = declarative_base()
    mapper_registry = registry()

    class Keyed:
        key = Column(Integer, primary_key=True)

        @declared_attr
        def state_id(cls):
            return Column(ForeignKey("state.key", ondelete="CASCADE"))

    class State(Base):
        __tablename__ = "state"

        key = Column(String(20), primary_key=True)
        runs = relationship("Run", back_populates="state")

    class Run(Keyed, Base):
        __tablename__ = "run"

        state = relationship("State", back_populates="runs")

    @mapper_registry.mapped
    class Label:
        __tablename__ = "label"

        id = Column(Integer, primary_key=True)
        run_key = Column(Integer)


class Shelf(Keyed, Store.Base):
    __tablename__ = "shelf"

    id = Column(Integer, primary_key=True)
    run_key = Column(ForeignKey("run.key"))
    run = relationship(Store.Run, backref="shelves")
