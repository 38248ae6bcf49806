"""The call takes a class whose members all models share."""

from sqlalchemy import Column, Integer, String
from sqlalchemy.orm import declarative_base, declared_attr


class Shared:
    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()

    id = Column(Integer, primary_key=True)


Base = declarative_base(cls=Shared)


class User(Base):
    name = Column(String)
