"""Columns appended in a loop: their names are not known, and no column is made up for them."""

from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()
crate = Table("crate", metadata, Column("id", Integer, primary_key=True))

for side in ("left", "right"):
    crate.append_column(Column(f"label_{side}", String))
