"""delete-orphan on a many-to-one that allows it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Engine(Base):
    __tablename__ = "engine"
    id: Mapped[int] = mapped_column(primary_key=True)


class Car(Base):
    __tablename__ = "car"
    id: Mapped[int] = mapped_column(primary_key=True)
    engine_id: Mapped[int] = mapped_column(ForeignKey("engine.id"))
    engine: Mapped[Engine] = relationship(cascade="all, delete-orphan", single_parent=True)
