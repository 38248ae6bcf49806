from sqlalchemy.orm import DeclarativeBase, Mapped
from types_ import key, text_50, user_fk


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[key]
    name: Mapped[text_50]


class Post(Base):
    __tablename__ = "post"
    id: Mapped[key]
    user_id: Mapped[user_fk]
