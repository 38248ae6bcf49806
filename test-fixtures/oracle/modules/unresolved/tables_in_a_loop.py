"""Tables made in a loop."""

from sqlalchemy import Column, Integer, MetaData, Table

metadata = MetaData()

for name in ("red", "green"):
    Table(name, metadata, Column("id", Integer, primary_key=True))
