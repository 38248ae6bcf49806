"""Classes of one name in branches that the module itself decides, and in an `except`."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
LEGACY = False


class Named:
    name = Column(String(20))


class Plain:
    pass


if LEGACY:

    class User(Plain, Base):
        __tablename__ = "user"

        id = Column(Integer, primary_key=True)
        login = Column(String(8), unique=True)

else:

    class User(Named, Base):
        __tablename__ = "user"

        id = Column(Integer, primary_key=True)
        posts = relationship("Post", back_populates="author")


class Post(Base):
    __tablename__ = "post"

    id = Column(Integer, primary_key=True)
    author_id = Column(ForeignKey(User.id, ondelete="CASCADE"))
    author = relationship("User", back_populates="posts")


try:
    from sqlalchemy import Uuid

    class Label(Base):
        __tablename__ = "label"

        id = Column(Uuid, primary_key=True)
        post_id = Column(ForeignKey("post.id"))
        post = relationship(Post, backref="labels")

except ImportError:

    class Label(Base):
        __tablename__ = "label"

        id = Column(String(32), primary_key=True)
        post_id = Column(ForeignKey("post.id"))
        post = relationship(Post, backref="labels")
