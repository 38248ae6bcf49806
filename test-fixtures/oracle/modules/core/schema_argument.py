"""A schema for the table, and one for the metadata."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

metadata = MetaData(schema="app")
users = Table("users", metadata, Column("id", Integer, primary_key=True))
logs = Table("logs", metadata, Column("id", Integer, primary_key=True), schema="audit")
posts = Table(
    "posts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id")),
    Column("log_id", ForeignKey("audit.logs.id")),
)
