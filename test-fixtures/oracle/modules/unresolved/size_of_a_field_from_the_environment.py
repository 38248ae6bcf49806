"""The length of a SQLModel field is for the environment to say."""

import os

from sqlmodel import Field, SQLModel

LENGTH = int(os.environ.get("LENGTH", "40"))


class Product(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str = Field(max_length=LENGTH)
