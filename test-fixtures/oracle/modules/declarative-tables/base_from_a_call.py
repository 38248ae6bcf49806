"""A function of the project makes the base."""

from sqlalchemy import Column, Integer


def versioned_base(name, version):
    from sqlalchemy.orm import declarative_base

    return declarative_base(name=name)


Base = versioned_base("series", 7)


class Show(Base):
    __tablename__ = "show"
    id = Column(Integer, primary_key=True)
