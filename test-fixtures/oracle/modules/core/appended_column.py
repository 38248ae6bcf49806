"""A column appended to a table."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

metadata = MetaData()
users = Table("users", metadata, Column("id", Integer, primary_key=True))
users.append_column(Column("boss_id", ForeignKey("users.id")))
