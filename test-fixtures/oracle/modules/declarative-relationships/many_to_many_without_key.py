from typing import List

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


tagging = Table(
    "tagging", Base.metadata, Column("post_id", ForeignKey("post.id")), Column("tag_id", ForeignKey("tag.id"))
)

membership = Table(
    "membership",
    Base.metadata,
    Column("number", Integer, primary_key=True),
    Column("post_id", ForeignKey("post.id")),
    Column("group_id", ForeignKey("group.id", ondelete="SET NULL")),
    Column("since", Integer),
)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    tags: Mapped[List["Tag"]] = relationship(secondary=tagging, back_populates="posts")
    groups: Mapped[List["Group"]] = relationship(secondary=membership, passive_deletes=True)


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    posts: Mapped[List["Post"]] = relationship(secondary=tagging, back_populates="tags", cascade="all, delete")


class Group(Base):
    __tablename__ = "group"
    id: Mapped[int] = mapped_column(primary_key=True)
