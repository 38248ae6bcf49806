"""Which columns of a key the database counts."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, text

metadata = MetaData()

plain = Table("plain", metadata, Column("id", Integer, primary_key=True))
reference = Table("reference", metadata, Column("id", Integer, ForeignKey("plain.id"), primary_key=True))
counted_reference = Table(
    "counted_reference",
    metadata,
    Column("id", Integer, ForeignKey("plain.id"), primary_key=True, autoincrement="ignore_fk"),
)
said_reference = Table(
    "said_reference", metadata, Column("id", Integer, ForeignKey("plain.id"), primary_key=True, autoincrement=True)
)
pair = Table(
    "pair",
    metadata,
    Column("tenant", Integer, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement="ignore_fk"),
)
given = Table("given", metadata, Column("id", Integer, primary_key=True, autoincrement=False))
defaulted = Table("defaulted", metadata, Column("id", Integer, primary_key=True, server_default=text("5")))
computed_here = Table("computed_here", metadata, Column("id", Integer, primary_key=True, default=3))
