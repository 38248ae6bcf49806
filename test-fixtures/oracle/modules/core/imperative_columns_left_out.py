"""An imperative mapping may leave columns out and put a prefix before the names of the others."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import registry, relationship

mapper_registry = registry()
metadata = mapper_registry.metadata
users = Table(
    "users",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(10)),
    Column("password", String(10)),
)
addresses = Table(
    "addresses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id")),
)


class User:
    pass


class Address:
    pass


mapper_registry.map_imperatively(
    User,
    users,
    column_prefix="_",
    exclude_properties=["password"],
    properties={"login": users.c.name, "addresses": relationship(Address)},
)
mapper_registry.map_imperatively(Address, addresses, include_properties=[addresses.c.id])
