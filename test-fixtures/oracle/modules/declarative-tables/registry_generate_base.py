"""The base from a registry."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import registry

mapper_registry = registry()
Base = mapper_registry.generate_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
