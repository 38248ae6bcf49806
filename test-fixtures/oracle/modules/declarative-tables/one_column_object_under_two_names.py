"""One column object under two attributes is one column; SQLAlchemy warns of it."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()

weight_column = Column("weight", Integer)


class Parcel(Base):
    __tablename__ = "parcel"
    id = Column(Integer, primary_key=True)
    weight = weight_column
    grams = weight_column
