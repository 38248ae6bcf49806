"""Tables may be looked up in their metadata by name, for a class and as a secondary."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

Table(
    "post",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(40), nullable=False),
)

Table(
    "post_tag",
    Base.metadata,
    Column("post_id", ForeignKey("post.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True),
)


class Tag(Base):
    __tablename__ = "tag"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __table__ = Base.metadata.tables["post"]
    tags = relationship("Tag", secondary=Base.metadata.tables["post_tag"], backref="posts")


class Label(Base):
    __tablename__ = "label"
    id = Column(Integer, primary_key=True)
    tags = relationship(
        Tag,
        secondary=lambda: Base.metadata.tables["label_tag"],
    )


class LabelTag(Base):
    __tablename__ = "label_tag"
    label_id = Column(ForeignKey("label.id"), primary_key=True)
    tag_id = Column(ForeignKey(Base.metadata.tables["tag"].c.id), primary_key=True)
