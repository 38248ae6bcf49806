"""Advanced Alchemy's bases with integer keys; table names in snake case."""

from advanced_alchemy.base import BigIntAuditBase, BigIntBase
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column


class BlogPost(BigIntBase):
    title: Mapped[str]


class BlogRemark(BigIntAuditBase):
    post_id: Mapped[int] = mapped_column(ForeignKey("blog_post.id"))
