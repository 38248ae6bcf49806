import json
import uuid

from sqlalchemy import CHAR, Column, ForeignKey, Integer, String, Text, TypeDecorator
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class JSONEncoded(TypeDecorator):
    impl = Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return None if value is None else json.dumps(value)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return json.loads(value)


class HexId(TypeDecorator):
    impl = CHAR(32)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.hex if isinstance(value, uuid.UUID) else value

    def process_result_value(self, value, dialect):
        return None if value is None else uuid.UUID(value)


class Colour(TypeDecorator):
    impl = String(7)
    cache_ok = True

    def process_result_value(self, value, dialect):
        return None if value is None else int(value[1:], 16)


class User(Base):
    __tablename__ = "user"

    id = Column(Integer, primary_key=True)
    token = Column(HexId, nullable=False, unique=True)
    settings = Column(JSONEncoded, nullable=False)
    extra = Column(JSONEncoded)
    favourite = Column(Colour)
    posts = relationship("Post", cascade="all, delete-orphan")


class Post(Base):
    __tablename__ = "post"

    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"), nullable=False)
    body = Column(JSONEncoded, nullable=False)
