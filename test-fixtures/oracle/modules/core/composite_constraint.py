"""A composite constraint given as tuples."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, MetaData, Table

metadata = MetaData()
orders = Table(
    "orders", metadata, Column("tenant", Integer, primary_key=True), Column("number", Integer, primary_key=True)
)
lines = Table(
    "lines",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tenant", Integer),
    Column("number", Integer),
    ForeignKeyConstraint(("tenant", "number"), ("orders.tenant", "orders.number"), ondelete="CASCADE"),
)
