"""What is assigned to a class that a registry mapped is no relationship; what its mapper is given is one."""

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declarative_base, registry, relationship

models = registry()
Base = models.generate_base()


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


post = Table(
    "post",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user.id", ondelete="CASCADE")),
)


class Post:
    pass


class Note:
    pass


Base.registry.map_imperatively(Post, post, properties={"user": relationship("User", back_populates="posts")})
models.map_imperatively(Note, Table("note", Base.metadata, Column("post_id", ForeignKey("post.id"), primary_key=True)))
User.posts = relationship("Post", back_populates="user", cascade="all, delete-orphan")
Post.owner = relationship("User", viewonly=True)
Post.__mapper__.add_property("notes", relationship("Note"))
