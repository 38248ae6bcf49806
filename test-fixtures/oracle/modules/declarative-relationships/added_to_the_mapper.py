"""Relationships given to the mapper, which is asked for in several ways."""

from sqlalchemy import Column, ForeignKey, Integer, inspect
from sqlalchemy.orm import backref, class_mapper, declarative_base, relationship

Base = declarative_base()


class Reef(Base):
    __tablename__ = "reef"
    id = Column(Integer, primary_key=True)
    part_of = Column(ForeignKey("reef.id", ondelete="CASCADE"))


class Fish(Base):
    __tablename__ = "fish"
    id = Column(Integer, primary_key=True)
    reef_id = Column(ForeignKey("reef.id", ondelete="SET NULL"))


inspect(Reef).add_property("parts", relationship(Reef, backref=backref("whole", remote_side=Reef.id)))
mapper = class_mapper(Fish)
mapper.add_properties({"reef": relationship(Reef, backref=backref("fish", cascade="all, delete"))})
