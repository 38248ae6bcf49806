"""A class mapped without a table shares that of the mapper it inherits from."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.orm import registry, relationship

mapper_registry = registry()
metadata = mapper_registry.metadata

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("boss_id", ForeignKey("people.id")),
)
rooms = Table("rooms", metadata, Column("id", Integer, primary_key=True), Column("owner_id", ForeignKey("people.id"), nullable=False))
guests = Table("guests", metadata, Column("id", ForeignKey("people.id"), primary_key=True))


class Person:
    pass


class Manager(Person):
    pass


class Director(Manager):
    pass


class Guest(Person):
    pass


class Room:
    pass


person_mapper = mapper_registry.map_imperatively(
    Person, people, polymorphic_on=people.c.kind, polymorphic_identity="person"
)
mapper_registry.map_imperatively(
    Manager,
    inherits=person_mapper,
    polymorphic_identity="manager",
    properties={"rooms": relationship(Room, cascade="all, delete-orphan", backref="owner")},
)
mapper_registry.map_imperatively(Director, None, inherits=Manager, polymorphic_identity="director")
mapper_registry.map_imperatively(Guest, guests, inherits=Person, polymorphic_identity="guest")
mapper_registry.map_imperatively(Room, rooms)
