"""A member of an enumeration may name a Core table, or a column."""

from enum import Enum
from sqlalchemy import Column, ForeignKey, Integer, Table, MetaData, String

class Names(str, Enum):
    USERS = "users"
    POSTS = "posts"
    NAME = "name"

metadata = MetaData()
users = Table(Names.USERS, metadata, Column("id", Integer, primary_key=True), Column(Names.NAME, String(5)))
posts = Table(Names.POSTS.value, metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey(Names.USERS + ".id")))
