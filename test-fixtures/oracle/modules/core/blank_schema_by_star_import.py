"""BLANK_SCHEMA is among the names of a star import."""

from sqlalchemy import *

metadata = MetaData(schema="main")

table = Table("plain", metadata, Column("id", Integer, primary_key=True), schema=BLANK_SCHEMA)
