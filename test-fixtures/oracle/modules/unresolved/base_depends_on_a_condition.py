"""A class whose bases depend on a condition."""

import os

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()
FLAG = os.environ.get("FLAG")


class Named:
    name = Column(Integer)


class Post(Base):
    __tablename__ = "post"

    id = Column(Integer, primary_key=True)
    topic_id = Column(ForeignKey("topic.id"), nullable=False)
    topic = relationship("Topic", backref="posts")


if FLAG:

    class Topic(Base):
        __tablename__ = "topic"

        id = Column(Integer, primary_key=True)

else:

    class Topic(Named, Base):
        __tablename__ = "topic"

        id = Column(Integer, primary_key=True)
