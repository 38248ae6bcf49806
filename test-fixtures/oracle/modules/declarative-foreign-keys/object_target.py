"""A column object instead of a string."""

from sqlalchemy import Column, ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail = Column(String, unique=True)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = mapped_column(ForeignKey(User.id, ondelete="CASCADE"))
    b = mapped_column(ForeignKey(User.__table__.c.id))
    c = mapped_column(ForeignKey(User.mail))
    d = mapped_column(ForeignKey(User.__table__.c["mail"]))
