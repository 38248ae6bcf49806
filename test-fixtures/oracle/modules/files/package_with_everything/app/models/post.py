from typing import Optional
import typing as t

from app.db import Base, fk, orm, sa
from app.mixins import Stamped
from app.models import user
from .comment import Comment

__all__ = ["Post", "Comment"]


class Post(Stamped, Base):
    __tablename__ = "posts"
    id: orm.Mapped[int] = orm.mapped_column(primary_key=True)
    author_id: orm.Mapped[t.Optional[int]] = fk("User", ondelete="SET NULL")
    author: orm.Mapped[t.Optional[user.User]] = orm.relationship(back_populates="posts", foreign_keys="Post.author_id")
    tags: orm.Mapped[t.List["Tag"]] = orm.relationship(secondary="post_tags", back_populates="posts")
    comments: orm.Mapped[t.List[Comment]] = orm.relationship()
