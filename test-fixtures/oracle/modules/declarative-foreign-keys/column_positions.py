"""Where the foreign key may stand among a column's arguments."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    a = Column(ForeignKey("user.id"))
    b = Column(Integer, ForeignKey("user.id"))
    c = Column("sea", ForeignKey("user.id"))
    d = Column("dee", Integer, ForeignKey("user.id", ondelete="CASCADE"), index=True)
    e = mapped_column("eh", Integer, ForeignKey("user.id"), nullable=False)
