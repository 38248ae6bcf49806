"""An association table without a class, in the metadata of the base."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
metadata = Base.metadata

link = Table(
    "link",
    metadata,
    Column("user_id", Integer, ForeignKey("user.id"), primary_key=True),
    Column("tag_id", Integer, ForeignKey("tag.id"), primary_key=True),
)


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    tags = relationship("Tag", secondary=link, lazy="joined")


class Tag(Base):
    __tablename__ = "tag"
    id = Column(Integer, primary_key=True)
