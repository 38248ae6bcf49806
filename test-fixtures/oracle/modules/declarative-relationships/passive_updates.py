from typing import List, Optional
from sqlalchemy import ForeignKey, Integer, String, func, text, FetchedValue, Computed, JSON, UniqueConstraint, DateTime, Column, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, deferred, backref


class Base(DeclarativeBase):
    pass


# one-sided passive_updates=False
class Country(Base):
    __tablename__ = "country"
    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    cities: Mapped[List["City"]] = relationship(back_populates="country", passive_updates=False)
    flags: Mapped[List["Flag"]] = relationship(passive_updates=False, passive_deletes=True)


class City(Base):
    __tablename__ = "city"
    id: Mapped[int] = mapped_column(primary_key=True)
    country_code: Mapped[Optional[str]] = mapped_column(ForeignKey("country.code", onupdate="CASCADE"))
    country: Mapped[Optional["Country"]] = relationship(back_populates="cities")
    mayor_code: Mapped[Optional[str]] = mapped_column(ForeignKey("person.code"))
    mayor: Mapped[Optional["Person"]] = relationship(passive_updates=False)


class Person(Base):
    __tablename__ = "person"
    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    boss_code: Mapped[Optional[str]] = mapped_column(ForeignKey("person.code"))
    boss: Mapped[Optional["Person"]] = relationship(remote_side=[code], passive_updates=False)


class Actor(Person):
    __tablename__ = "actor"
    code: Mapped[str] = mapped_column(ForeignKey("person.code"), primary_key=True)
    agent_code: Mapped[Optional[str]] = mapped_column(ForeignKey("person.code"))
    agent: Mapped[Optional["Person"]] = relationship(foreign_keys=[agent_code], passive_updates=False)
    __mapper_args__ = {"inherit_condition": code == Person.code}


class Flag(Base):
    __tablename__ = "flag"
    id: Mapped[int] = mapped_column(primary_key=True)
    country_code: Mapped[Optional[str]] = mapped_column(ForeignKey("country.code", ondelete="SET NULL"))
    country: Mapped[Optional["Country"]] = relationship(overlaps="flags", passive_updates=False)


class Node(Base):
    __tablename__ = "node"
    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    parent_code: Mapped[Optional[str]] = mapped_column(ForeignKey("node.code"))
    children: Mapped[List["Node"]] = relationship(passive_updates=False, backref=backref("parent", remote_side=[code]))
