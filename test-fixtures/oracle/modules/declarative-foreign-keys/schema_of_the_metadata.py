"""A foreign key that takes the schema from where the metadata has it."""

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

metadata = MetaData(schema="port")


class Base(DeclarativeBase):
    metadata = metadata


class Dock(Base):
    __tablename__ = "dock"
    id: Mapped[int] = mapped_column(primary_key=True)
    ships: Mapped[list["Ship"]] = relationship(back_populates="dock", cascade="all, delete-orphan")


class Ship(Base):
    __tablename__ = "ship"
    id: Mapped[int] = mapped_column(primary_key=True)
    dock_id: Mapped[int] = mapped_column(ForeignKey(f"{Base.metadata.schema}.dock.id", ondelete="CASCADE"))
    escort_id: Mapped[int | None] = mapped_column(ForeignKey(metadata.schema + ".ship.id"))
    dock: Mapped[Dock] = relationship(back_populates="ships")
