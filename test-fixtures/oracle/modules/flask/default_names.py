"""Flask-SQLAlchemy's table names in snake case."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class WordPressSite(db.Model):
    id = db.Column(db.Integer, primary_key=True)


class HTTPRequest2Log(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    site_id = db.Column(db.ForeignKey("word_press_site.id"))
