"""A relationship may lead to an alias of a class, over which nothing is written."""

from sqlalchemy import Column, ForeignKey, Integer, select
from sqlalchemy.orm import aliased, declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id", ondelete="CASCADE"), nullable=False)


newest = aliased(Post, select(Post).order_by(Post.id.desc()).limit(3).subquery())
User.newest_posts = relationship(newest, viewonly=True)
User.other_posts = relationship(aliased(Post), viewonly=True)
