"""Lambdas that pass on what they are given, and take out of it what is not for the call."""

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, mapped_column, relationship

many = lambda target, *args, **options: relationship(target, *args, **{"cascade": "all, delete", **options})  # noqa: E731
key = lambda to, **options: mapped_column(ForeignKey(to, ondelete=options.pop("ondelete", "CASCADE")), **options)  # noqa: E731


class Base(DeclarativeBase):
    pass


class Mill(Base):
    __tablename__ = "mill"
    id = key("owner.id", ondelete=None, primary_key=True)
    sacks = many("Sack", back_populates="mill", passive_deletes=True)
    cats = many("Cat", cascade="save-update, merge")


class Owner(Base):
    __tablename__ = "owner"
    id = mapped_column(Integer, primary_key=True)


class Sack(Base):
    __tablename__ = "sack"
    id = key("mill.id", primary_key=True)
    mill = relationship(Mill, back_populates="sacks")


class Cat(Base):
    __tablename__ = "cat"
    id = mapped_column(Integer, primary_key=True)
    mill_id = key("mill.id", ondelete="SET NULL", index=True)
