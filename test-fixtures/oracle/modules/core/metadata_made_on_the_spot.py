"""Tables whose MetaData is made for them alone."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.orm import registry, relationship

node = Table(
    "node",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("parent_id", ForeignKey("node.id")),
)
log = Table("log", MetaData(schema="main"), Column("id", Integer, primary_key=True))


class Node:
    pass


mappers = registry()
mappers.map_imperatively(Node, node, properties={"children": relationship(Node, cascade="all, delete-orphan")})
