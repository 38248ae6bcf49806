"""Both together, by relative imports."""

from sqlalchemy.orm import registry, relationship

from . import tables
from .domain.things import Box, Shelf

mapper_registry = registry(metadata=tables.metadata)

mapper_registry.map_imperatively(
    Shelf, tables.shelf, properties={"boxes": relationship("stock.domain.things.Box", backref="shelf")}
)
mapper_registry.map_imperatively(Box, tables.box)
