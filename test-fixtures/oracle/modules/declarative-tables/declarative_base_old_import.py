"""The base from its old home."""

from sqlalchemy import Column, Integer
from sqlalchemy.ext.declarative import declarative_base

Model = declarative_base()


class User(Model):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
