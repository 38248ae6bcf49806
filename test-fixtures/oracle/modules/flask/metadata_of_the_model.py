"""A table in the metadata of db.Model, and a mixin that derives what it references from the name of the class."""

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import declared_attr

db = SQLAlchemy()

membership = Table(
    "membership",
    db.Model.metadata,
    Column("club_id", ForeignKey("club.id", ondelete="CASCADE")),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE")),
)


class Note:
    @classmethod
    def noted(cls):
        return cls.__name__.split("_")[0]

    @declared_attr
    def noted_id(cls):
        return Column(Integer, ForeignKey("%s.id" % cls.noted().lower()))


class Club(db.Model):
    id = Column(Integer, primary_key=True)
    members = db.relationship("Person", secondary=membership, backref="clubs")


class Person(db.Model):
    id = Column(Integer, primary_key=True)


class Club_note(Note, db.Model):
    __tablename__ = "club_note"
    id = Column(Integer, primary_key=True)
