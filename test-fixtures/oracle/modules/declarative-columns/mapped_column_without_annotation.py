"""Without an annotation a column is nullable."""

from sqlalchemy import Integer, String
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id = mapped_column(Integer, primary_key=True)
    a = mapped_column(Integer)
    b = mapped_column(Integer, nullable=False)
    c = mapped_column(String(20), unique=True, index=True)
