from typing import List, Optional
from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, Integer, String, UniqueConstraint, and_, or_, func, text, literal_column
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, foreign, remote, backref, composite
import dataclasses


@dataclasses.dataclass
class Point:
    x: float
    y: float


class Base(DeclarativeBase):
    pass


class Region(Base):
    __tablename__ = "region"
    path: Mapped[str] = mapped_column(String(40), primary_key=True)
    level: Mapped[int] = mapped_column(CheckConstraint("level IN (1, 2, 3)"))
    parent_path: Mapped[Optional[str]] = mapped_column(ForeignKey("region.path", onupdate="CASCADE", ondelete="CASCADE"))
    parent: Mapped[Optional["Region"]] = relationship(remote_side=[path], back_populates="parts")
    parts: Mapped[List["Region"]] = relationship(back_populates="parent", passive_deletes=True)
    places: Mapped[List["Place"]] = relationship(secondary="place_region", back_populates="regions", order_by="Place.name")
    descendants: Mapped[List["Region"]] = relationship(primaryjoin=lambda: remote(foreign(Region.path)).like(Region.path.concat("/%")), viewonly=True, order_by=lambda: Region.path)


class PlaceRegion(Base):
    __tablename__ = "place_region"
    place_id: Mapped[int] = mapped_column(ForeignKey("place.id", ondelete="CASCADE"), primary_key=True)
    region_path: Mapped[str] = mapped_column(ForeignKey("region.path", ondelete="CASCADE"), primary_key=True)


class Place(Base):
    __tablename__ = "place"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    x: Mapped[float]
    y: Mapped[float]
    at: Mapped[Point] = composite("x", "y")
    regions: Mapped[List["Region"]] = relationship(secondary="place_region", back_populates="places")
    outgoing: Mapped[List["Road"]] = relationship(foreign_keys="[Road.from_id]", back_populates="start", cascade="all, delete-orphan")
    incoming: Mapped[List["Road"]] = relationship(foreign_keys="[Road.to_id]", back_populates="end", cascade="all, delete-orphan")
    neighbours: Mapped[List["Place"]] = relationship(secondary="road", primaryjoin="Place.id == Road.from_id", secondaryjoin="Place.id == Road.to_id", viewonly=True)
    layers: Mapped[List["Layer"]] = relationship(secondary=lambda: Base.metadata.tables["layer_item"], primaryjoin="and_(Place.id == layer_item.c.item_id, layer_item.c.kind == 'place')", secondaryjoin="Layer.id == layer_item.c.layer_id", viewonly=True)
    __table_args__ = (CheckConstraint("x BETWEEN -180 AND 180 AND y BETWEEN -90 AND 90"), UniqueConstraint("x", "y"))


class Road(Base):
    __tablename__ = "road"
    id: Mapped[int] = mapped_column(primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    to_id: Mapped[int] = mapped_column(ForeignKey("place.id"))
    start: Mapped["Place"] = relationship(foreign_keys=[from_id], back_populates="outgoing")
    end: Mapped["Place"] = relationship(foreign_keys=[to_id], back_populates="incoming")
    segments: Mapped[List["Segment"]] = relationship(back_populates="road", cascade="all, delete-orphan", lazy="joined")
    __table_args__ = (CheckConstraint("from_id != to_id"), UniqueConstraint("from_id", "to_id"))


class Segment(Base):
    __tablename__ = "segment"
    road_id: Mapped[int] = mapped_column(ForeignKey("road.id", ondelete="CASCADE"), primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)
    next_road: Mapped[Optional[int]]
    next_no: Mapped[Optional[int]]
    road: Mapped["Road"] = relationship(back_populates="segments")
    following: Mapped[Optional["Segment"]] = relationship(primaryjoin="and_(foreign(Segment.next_road) == remote(Segment.road_id), foreign(Segment.next_no) == remote(Segment.no))", uselist=False)


class Layer(Base):
    __tablename__ = "layer"
    id: Mapped[int] = mapped_column(primary_key=True)


class LayerItem(Base):
    __tablename__ = "layer_item"
    id: Mapped[int] = mapped_column(primary_key=True)
    layer_id: Mapped[int] = mapped_column(ForeignKey("layer.id"))
    layer: Mapped["Layer"] = relationship(backref=backref("items", cascade="all, delete", passive_deletes=False))
    kind: Mapped[str]
    item_id: Mapped[int]
