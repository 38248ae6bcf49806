"""Columns made by comprehensions over range(), enumerate() and zip()."""

from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()

ranged = Table("ranged", metadata, *[Column(f"part_{i}", Integer, primary_key=i == 0) for i in range(3)])
stepped = Table("stepped", metadata, *[Column(f"part_{i}", Integer, primary_key=True) for i in range(4, 0, -2)])
counted = Table(
    "counted", metadata, *[Column(f"part_{i}", type_, primary_key=i == 1) for i, type_ in enumerate([Integer, String], 1)]
)
paired = Table(
    "paired", metadata, *(Column(name, type_, primary_key=True) for name, type_ in zip(["a", "b", "c"], (Integer, String)))
)
