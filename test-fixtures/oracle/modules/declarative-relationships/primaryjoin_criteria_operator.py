"""The same with `&`, as an expression."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    state = Column(Integer)
    user_id = Column(ForeignKey("user.id"))


User.open_posts = relationship(Post, primaryjoin=(User.id == Post.user_id) & (Post.state == 1), viewonly=True)
