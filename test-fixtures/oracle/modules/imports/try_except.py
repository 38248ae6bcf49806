"""A version shim."""

try:
    from sqlalchemy.orm import mapped_column as column
except ImportError:
    from sqlalchemy import Column as column

from sqlalchemy import Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = column(Integer, primary_key=True)
    boss_id = column(Integer, nullable=False)
