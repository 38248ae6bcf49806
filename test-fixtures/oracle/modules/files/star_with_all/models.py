from columns import *
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = Column(Number, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Number, primary_key=True)
    user_id = reference("user.id")
