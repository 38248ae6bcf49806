"""Flask-SQLAlchemy makes a table without a primary key of its own only where that table is there already."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Record(db.Model):
    __abstract__ = True

    idx = db.Column(db.Integer, primary_key=True)


class Candidate(Record):
    __tablename__ = "candidate"

    name = db.Column(db.String(40))


class CandidateListItem(Candidate):
    __tablename__ = "candidate"
    __table_args__ = {"extend_existing": True}

    active = db.Column(db.Boolean)


class CandidateDetail(Candidate):
    __tablename__ = "candidate"
    __table_args__ = {"extend_existing": True}

    active = db.Column(db.Boolean)
    city = db.Column(db.String(40))


class Elsewhere(Candidate):
    __tablename__ = "elsewhere"

    street = db.Column(db.String(40))
