"""Subclasses that take the column which is there, else make it."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.ext.declarative import declarative_base, declared_attr
from sqlalchemy.orm import relationship
Base = declarative_base()


class Person(Base):
    __tablename__ = "people"
    id = Column(Integer, primary_key=True)
    discriminator = Column("type", String(50))
    __mapper_args__ = {"polymorphic_on": discriminator}


class Team(Base):
    __tablename__ = "team"
    id = Column(Integer, primary_key=True)


class Engineer(Person):
    __mapper_args__ = {"polymorphic_identity": "engineer"}

    @declared_attr
    def start_date(cls):
        "Start date column, if not present already."
        return Person.__table__.c.get("start_date", Column(Integer))

    @declared_attr
    def team_id(cls):
        return cls.__table__.columns.get("team_id", Column(ForeignKey("team.id", ondelete="CASCADE")))


class Manager(Person):
    __mapper_args__ = {"polymorphic_identity": "manager"}

    @declared_attr
    def start_date(cls):
        return Person.__table__.c.get("start_date", Column(Integer))

    @declared_attr
    def team_id(cls):
        return Person.__table__.c.get("team_id", Column(ForeignKey("team.id", ondelete="CASCADE")))
