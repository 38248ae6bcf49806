"""A subclass without a key of its own shares its base's table."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Page(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.String(9))
    __mapper_args__ = {"polymorphic_on": kind}


class LandingPage(Page):
    target_id = db.Column(db.ForeignKey("page.id"))
    __mapper_args__ = {"polymorphic_identity": "landing"}
