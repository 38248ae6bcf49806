"""Columns with names of their own that share a key."""

from sqlalchemy import Column, Integer, MetaData, Table

metadata = MetaData()

parcel = Table(
    "parcel",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("weight_net", Integer, key="weight"),
    Column("weight_gross", Integer, key="weight"),
)
