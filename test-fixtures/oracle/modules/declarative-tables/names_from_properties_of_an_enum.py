"""An enumeration may give its members properties, which make names."""

from enum import Enum

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Plain(Enum):
    USERS = "users"

    @property
    def id(self):
        return f"{self.value}.id"


class Tables(str, Enum):
    POSTS = "posts"
    TAGS = "tags"

    @property
    def key(self) -> str:
        return self.value + ".id"


class User(Base):
    __tablename__ = Plain.USERS.value
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", cascade="all, delete-orphan")


class Post(Base):
    __tablename__ = Tables.POSTS
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey(f"{Plain.USERS.id}"), nullable=False, index=True)
    tags = relationship("Tag", secondary="post_tag")


class Tag(Base):
    __tablename__ = Tables.TAGS
    id = Column(Integer, primary_key=True)


Table(
    "post_tag",
    Base.metadata,
    Column("post_id", ForeignKey(Tables.POSTS.key), primary_key=True),
    Column("tag_id", ForeignKey(Tables.TAGS.key), primary_key=True),
)
