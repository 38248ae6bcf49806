"""A table class under a condition that holds."""

import sys

from sqlmodel import Field, SQLModel

if sys.version_info >= (3, 8):

    class Hero(SQLModel, table=True):
        id: int = Field(primary_key=True)
