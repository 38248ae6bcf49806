"""A subclass with a key of its own gets a table."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Page(db.Model):
    id = db.Column(db.Integer, primary_key=True)


class LandingPage(Page):
    id = db.Column(db.ForeignKey("page.id", ondelete="CASCADE"), primary_key=True)
