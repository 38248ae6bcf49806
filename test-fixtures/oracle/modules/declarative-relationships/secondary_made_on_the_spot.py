"""A `Table(...)` in the argument itself, and one that a mixin makes for each class, is there before the table of the class."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, declared_attr, relationship


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tag"
    id = Column(Integer, primary_key=True)


class Tagged:
    @declared_attr
    def tags(cls):
        links = Table(
            f"{cls.__tablename__}_tag",
            cls.metadata,
            Column("tag_id", ForeignKey("tag.id"), primary_key=True),
            Column("owner_id", ForeignKey(f"{cls.__tablename__}.id"), primary_key=True),
        )
        return relationship("Tag", secondary=links)


class Note(Tagged, Base):
    __tablename__ = "note"
    id = Column(Integer, primary_key=True)


class Page(Base):
    __tablename__ = "page"
    id = Column(Integer, primary_key=True)
    tags = relationship(
        Tag,
        secondary=Table(
            "page_tag",
            Base.metadata,
            Column("page_id", ForeignKey("page.id"), primary_key=True),
            Column("tag_id", ForeignKey("tag.id"), primary_key=True),
        ),
    )


class Card(Base):
    __tablename__ = "card"
    id = Column(Integer, primary_key=True)


Card.tags = relationship(
    Tag, secondary=Table("card_tag", Base.metadata, Column("card_id", ForeignKey(Card.id)), Column("tag_id", ForeignKey(Tag.id)))
)
