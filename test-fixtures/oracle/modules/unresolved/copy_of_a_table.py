"""A table that is copied into another MetaData, with what it refers to."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

metadata = MetaData()
archive = MetaData(schema="main")

entry = Table("entry", metadata, Column("id", Integer, primary_key=True))
entry.to_metadata(archive)
note = Table("note", archive, Column("id", Integer, primary_key=True), Column("entry_id", Integer, ForeignKey("main.entry.id")))
