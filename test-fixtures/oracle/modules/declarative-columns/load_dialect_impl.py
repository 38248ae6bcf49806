import uuid

from sqlalchemy import CHAR, Column, ForeignKey, Integer, String, TypeDecorator
from sqlalchemy.dialects.postgresql import INET, UUID
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class GUID(TypeDecorator):
    impl = CHAR
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(UUID())
        else:
            return dialect.type_descriptor(CHAR(32))

    def process_bind_param(self, value, dialect):
        return None if value is None else uuid.UUID(value).hex


class Address(TypeDecorator):
    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if dialect.name == "postgresql":
            return dialect.type_descriptor(INET())
        return dialect.type_descriptor(String(39))


class Unfollowed(TypeDecorator):
    impl = String(20)
    cache_ok = True

    def load_dialect_impl(self, dialect):
        return super().load_dialect_impl(dialect)


class User(Base):
    __tablename__ = "user"

    id = Column(Integer, primary_key=True)
    token = Column(GUID(), nullable=False)
    address = Column(Address)
    note = Column(Unfollowed)
    posts = relationship("Post", cascade="all, delete-orphan")


class Post(Base):
    __tablename__ = "post"

    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"), nullable=False)
    address = Column(Address(), nullable=False)
