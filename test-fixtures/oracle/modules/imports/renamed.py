"""Names imported under other names."""

from sqlalchemy import Column as C
from sqlalchemy import ForeignKey as FK
from sqlalchemy import Integer as I
from sqlalchemy.orm import declarative_base as make_base
from sqlalchemy.orm import relationship as relation

Base = make_base()


class User(Base):
    __tablename__ = "user"
    id = C(I, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = C(I, primary_key=True)
    user_id = C(I, FK("user.id", ondelete="SET NULL"))
    user = relation(User)
