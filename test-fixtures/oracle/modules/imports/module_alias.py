"""`import sqlalchemy as sa`."""

import sqlalchemy as sa
import sqlalchemy.orm


class Base(sa.orm.DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = sa.Column(sa.Integer, primary_key=True)
    posts = sa.orm.relationship("Post", cascade="all")


class Post(Base):
    __tablename__ = "post"
    id = sa.Column(sa.Integer, primary_key=True)
    user_id = sa.Column(sa.ForeignKey("user.id", ondelete="CASCADE"))
