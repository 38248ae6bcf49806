"""Mutual references with `post_update`."""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    pinned_id: Mapped[Optional[int]] = mapped_column(ForeignKey("post.id", use_alter=True, name="fk_pinned"))
    pinned: Mapped[Optional["Post"]] = relationship(foreign_keys=[pinned_id], post_update=True)
    posts: Mapped[List["Post"]] = relationship(foreign_keys="Post.user_id", back_populates="user")


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    user: Mapped[User] = relationship(foreign_keys=[user_id], back_populates="posts")
