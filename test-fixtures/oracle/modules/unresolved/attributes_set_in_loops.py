"""Attributes set in loops, a join table made by a function."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Tag(Base):
    __tablename__ = "tag"
    id = Column(Integer, primary_key=True)


class Thing(Base):
    __tablename__ = "thing"
    id = Column(Integer, primary_key=True)


for _name in ("first", "second"):
    setattr(Thing, f"{_name}_tag_id", Column(ForeignKey("tag.id")))

for cls in (Tag, Thing):
    cls.note = Column(String)


def make_link(left, right):
    return Table(
        f"{left}_{right}",
        Base.metadata,
        Column(f"{left}_id", ForeignKey(f"{left}.id", ondelete="CASCADE"), primary_key=True),
        Column(f"{right}_id", ForeignKey(f"{right}.id"), primary_key=True),
    )


thing_tag = make_link("thing", "tag")
Thing.tags = relationship(Tag, secondary=thing_tag, backref="things")
