from flask import Flask

from .extensions import db, login_manager


def create_app():
    app = Flask(__name__)
    db.init_app(app)
    return app
