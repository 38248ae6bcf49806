"""The mapper that a mapping returns is the target of a relationship."""

from sqlalchemy import Table, Column, Integer, String, Date, ForeignKey, MetaData
from sqlalchemy.orm import registry, relationship

metadata = MetaData()
mapper_registry = registry(metadata=metadata)

order_lines = Table(
    "order_lines",
    mapper_registry.metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sku", String(255)),
    Column("qty", Integer, nullable=False),
)
batches = Table("batches", metadata, Column("id", Integer, primary_key=True), Column("_purchased_quantity", Integer, nullable=False))
allocations = Table(
    "allocations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("orderline_id", ForeignKey("order_lines.id")),
    Column("batch_id", ForeignKey("batches.id", ondelete="CASCADE")),
)


class OrderLine:
    pass


class Batch:
    pass


lines_mapper = mapper_registry.map_imperatively(OrderLine, order_lines)
mapper_registry.map_imperatively(
    Batch, batches, properties={"_allocations": relationship(lines_mapper, secondary=allocations, collection_class=set)}
)
