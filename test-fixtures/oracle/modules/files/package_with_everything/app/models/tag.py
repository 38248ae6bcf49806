from app.db import *
from app import db


class Tag(db.Base):
    __tablename__ = "tags"
    id: db.orm.Mapped[int] = db.orm.mapped_column(db.sa.Integer, primary_key=True)
    posts = orm.relationship("Post", secondary=lambda: post_tags, back_populates="tags")


post_tags = sa.Table(
    "post_tags",
    Base.metadata,
    *(sa.Column(n, sa.ForeignKey(t, ondelete="CASCADE"), primary_key=True) for n, t in (("post_id", "posts.id"), ("tag_id", "tags.id"))),
)
