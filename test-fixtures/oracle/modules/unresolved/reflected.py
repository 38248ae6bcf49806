"""A table whose columns the database knows."""

from sqlalchemy import Column, Integer, MetaData, Table

metadata = MetaData()
mirror = Table("mirror", metadata, Column("id", Integer, primary_key=True), *[Column(n, Integer) for n in "ab"])
