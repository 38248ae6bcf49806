"""Classes mapped by a call."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import registry, relationship

mapper_registry = registry()

user_table = Table("user", mapper_registry.metadata, Column("id", Integer, primary_key=True))
post_table = Table(
    "post",
    mapper_registry.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user.id"), nullable=False),
)


class User:
    pass


class Post:
    pass


mapper_registry.map_imperatively(
    User,
    user_table,
    properties={"posts": relationship(Post, backref="user", order_by=post_table.c.id, cascade="all, delete-orphan")},
)
mapper_registry.map_imperatively(Post, post_table)
