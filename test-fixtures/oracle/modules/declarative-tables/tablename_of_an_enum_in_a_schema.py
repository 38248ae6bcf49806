"""A table that a member of an enumeration names lies in its schema and has indexes, and strings find it by the value."""

from enum import Enum
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

class Tables(str, Enum):
    POSTS = "posts"
    TAGS = "tags"
    LINK = "post_tag"

class Post(Base):
    __tablename__ = Tables.POSTS
    __table_args__ = {"schema": "s"}
    id = Column(Integer, primary_key=True)
    n = Column(Integer, index=True)
    tags = relationship("Tag", secondary="post_tag", backref="posts")

class Tag(Base):
    __tablename__ = Tables.TAGS
    id = Column(Integer, primary_key=True)
    n = Column(Integer, index=True, unique=True)
    parent_id = Column(ForeignKey("tags.id"))
    children = relationship("Tag")

Table(
    Tables.LINK,
    Base.metadata,
    Column("post_id", ForeignKey("s.posts.id"), primary_key=True),
    Column("tag_id", ForeignKey("tags.id"), primary_key=True),
)
