from __future__ import annotations

from typing import TYPE_CHECKING

from ..db import *
from ..mixins import Stamped

if TYPE_CHECKING:
    from .post import Post
    from .comment import Comment as _Comment

M = orm.Mapped


class User(Stamped, Base):
    __tablename__ = "users"
    id: M[int] = orm.mapped_column(primary_key=True)
    posts: M[list[Post]] = orm.relationship(back_populates="author", cascade="all, delete-orphan", foreign_keys="Post.author_id")
    comments: orm.Mapped[list["app.models.comment.Comment"]] = orm.relationship("app.models.comment.Comment", back_populates="author")
