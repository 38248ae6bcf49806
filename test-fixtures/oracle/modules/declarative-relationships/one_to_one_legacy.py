"""`uselist=False` without an annotation, and beside one."""

from typing import List

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    a = relationship("Profile", uselist=False, viewonly=True)
    b: Mapped[List["Profile"]] = relationship(uselist=False, viewonly=True)
    c: Mapped["Profile"] = relationship(uselist=True, viewonly=True)


class Profile(Base):
    __tablename__ = "profile"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
