from flask_sqlalchemy import SQLAlchemy as _SQLAlchemy
from flask_sqlalchemy.model import DefaultMeta, Model
from sqlalchemy import Column, Integer


class SQLAlchemy(_SQLAlchemy):
    def apply_pool_defaults(self, app, options):
        pass


class IdModel(Model):
    id = Column(Integer, primary_key=True)


db = SQLAlchemy(model_class=IdModel)
login_manager = None
