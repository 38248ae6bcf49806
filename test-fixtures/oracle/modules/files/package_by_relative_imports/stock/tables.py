"""The tables, in a package without `__init__.py`."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

metadata = MetaData()

shelf = Table("shelf", metadata, Column("id", Integer, primary_key=True))

box = Table(
    "box",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("shelf_id", ForeignKey("shelf.id", ondelete="CASCADE"), nullable=False),
)
