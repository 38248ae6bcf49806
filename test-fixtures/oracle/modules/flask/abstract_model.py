"""An abstract model in between."""

from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Record(db.Model):
    __abstract__ = True
    id = db.Column(db.Integer, primary_key=True)
    created = db.Column(db.DateTime, server_default=db.func.now())


class BlogPost(Record):
    title = db.Column(db.Text)


class Draft(Record):
    __tablename__ = "drafts"
    post_id = db.Column(db.ForeignKey("blog_post.id"))
