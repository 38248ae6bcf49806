"""Classes that a function maps, called by the module."""

from dataclasses import dataclass, field
from typing import List, Optional

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, and_
from sqlalchemy.orm import backref, foreign, registry, relationship, remote, column_property, synonym, clear_mappers

metadata = MetaData(schema=None)
reg = registry(metadata=metadata)

user_table = Table(
    "user",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(50), key="fullname"),
    Column("boss", Integer, ForeignKey("user.id")),
)
address = Table(
    "address",
    reg.metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey(user_table.c.id, ondelete="CASCADE"), nullable=False),
    Column("email", String(50)),
)
groups = Table("groups", metadata, Column("id", Integer, primary_key=True))
memberships = Table(
    "memberships",
    metadata,
    Column("user_id", ForeignKey("user.id"), primary_key=True),
    Column("group_id", ForeignKey("groups.id", ondelete="CASCADE"), primary_key=True),
)


class User:
    pass


@dataclass
class Address:
    email: str
    id: Optional[int] = None


class Group:
    def __init__(self, users=None):
        self.users = users or []


class SpecialGroup(Group):
    pass


def start_mappers():
    reg.map_imperatively(
        User,
        user_table,
        properties={
            "addresses": relationship(Address, backref=backref("user", innerjoin=True), order_by=address.c.id, cascade="all"),
            "manager": relationship(User, remote_side=[user_table.c.id], backref="team"),
            "groups": relationship(lambda: Group, secondary=memberships, back_populates="users"),
            "label": synonym("fullname"),
        },
    )
    reg.map_imperatively(Address, address)
    reg.map_imperatively(Group, groups, properties={"users": relationship(User, secondary=lambda: memberships, back_populates="groups")})


start_mappers()
