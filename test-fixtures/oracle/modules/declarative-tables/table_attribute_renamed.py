"""Columns of a table under other names, one of them in a column_property."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, join, select
from sqlalchemy.orm import DeclarativeBase, relationship, column_property, Mapped, mapped_column, synonym


class Base(DeclarativeBase):
    pass


user_table = Table("user", Base.metadata, Column("id", Integer, primary_key=True), Column("user_name", String, key="uname"), Column("pw", String))
address_table = Table(
    "address",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("user.id", ondelete="CASCADE")),
    Column("kind", String(10)),
)


class User(Base):
    __table__ = user_table
    uid = user_table.c.id
    name = user_table.c.uname
    password = column_property(user_table.c.pw)
    addresses = relationship("Address", back_populates="user", cascade="all, delete-orphan")


class Address(Base):
    __table__ = address_table
    __mapper_args__ = {"polymorphic_on": address_table.c.kind, "polymorphic_identity": "plain", "exclude_properties": []}
    user = relationship(User, back_populates="addresses")
    owner: Mapped[User] = relationship(viewonly=True, foreign_keys=[address_table.c.user_id])


class Home(Address):
    __mapper_args__ = {"polymorphic_identity": "home"}


