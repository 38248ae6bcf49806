from sqlalchemy import Table, Column, Integer, String, ForeignKey, Text, DateTime, Boolean, func, and_, UniqueConstraint
from sqlalchemy.orm import registry, relationship, backref

mapper_registry = registry()
metadata = mapper_registry.metadata

users = Table("users", metadata, Column("id", Integer, primary_key=True), Column("nick", String(20), unique=True, nullable=False), Column("last_post_id", ForeignKey("posts.id", name="fk_last", use_alter=True)))
boards = Table("boards", metadata, Column("id", Integer, primary_key=True), Column("parent_id", ForeignKey("boards.id")), Column("name", String(20)))
moderators = Table("moderators", metadata, Column("user_id", ForeignKey("users.id"), primary_key=True), Column("board_id", ForeignKey("boards.id"), primary_key=True))
threads = Table("threads", metadata, Column("id", Integer, primary_key=True), Column("board_id", ForeignKey("boards.id"), nullable=False), Column("opener_id", ForeignKey("users.id", ondelete="SET NULL")), Column("sticky", Boolean, nullable=False))
posts = Table("posts", metadata, Column("id", Integer, primary_key=True), Column("thread_id", ForeignKey("threads.id", ondelete="CASCADE"), nullable=False), Column("user_id", ForeignKey("users.id", ondelete="SET DEFAULT"), server_default="1"), Column("quote_id", ForeignKey("posts.id")), Column("body", Text))
likes = Table("likes", metadata, Column("user_id", ForeignKey("users.id"), primary_key=True), Column("post_id", ForeignKey("posts.id"), primary_key=True), Column("at", DateTime, server_default=func.now()))
blocks = Table("blocks", metadata, Column("blocker", ForeignKey("users.id"), primary_key=True), Column("blocked", ForeignKey("users.id"), primary_key=True))


class User: pass
class Board: pass
class Thread: pass
class Post: pass
class Like: pass


mapper_registry.map_imperatively(User, users, properties={
    "posts": relationship(Post, back_populates="user", foreign_keys=posts.c.user_id, passive_deletes=True),
    "last_post": relationship(Post, foreign_keys=users.c.last_post_id, post_update=True),
    "boards": relationship(Board, secondary=moderators, back_populates="moderators"),
    "likes": relationship(Like, cascade="all, delete-orphan", back_populates="user"),
    "liked": relationship(Post, secondary=likes, viewonly=True),
    "blocked": relationship(User, secondary=blocks, primaryjoin=users.c.id == blocks.c.blocker, secondaryjoin=users.c.id == blocks.c.blocked, backref="blocked_by"),
})
mapper_registry.map_imperatively(Board, boards, properties={
    "moderators": relationship(User, secondary=moderators, back_populates="boards"),
    "threads": relationship(Thread, cascade="all", backref="board"),
    "sticky_threads": relationship(Thread, primaryjoin=and_(threads.c.board_id == boards.c.id, threads.c.sticky == True), viewonly=True),
    "children": relationship(Board, backref=backref("parent", remote_side=boards.c.id)),
})
mapper_registry.map_imperatively(Thread, threads, properties={
    "posts": relationship(Post, back_populates="thread", cascade="all, delete-orphan", lazy="subquery"),
    "opener": relationship(User),
})
mapper_registry.map_imperatively(Post, posts, properties={
    "thread": relationship(Thread, back_populates="posts", lazy="joined", innerjoin=True),
    "user": relationship(User, back_populates="posts", foreign_keys=posts.c.user_id),
    "quote": relationship(Post, remote_side=posts.c.id, backref="quoted_by"),
    "likes": relationship(Like, back_populates="post", passive_deletes=True),
})
mapper_registry.map_imperatively(Like, likes, properties={"user": relationship(User, back_populates="likes"), "post": relationship(Post, back_populates="likes")})
