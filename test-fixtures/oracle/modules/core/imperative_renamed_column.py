"""An imperative mapping that renames a column."""

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import registry

reg = registry()
user_table = Table("user", reg.metadata, Column("user_id", Integer, primary_key=True), Column("user_name", String))


class User:
    pass


reg.map_imperatively(User, user_table, properties={"id": user_table.c.user_id, "name": user_table.c.user_name})
