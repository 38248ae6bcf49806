"""An enumeration."""

import enum
from typing import Optional

from sqlmodel import Field, SQLModel


class Colour(enum.Enum):
    red = "r"
    green = "g"
    dark_blue = "b"


class Mood(str, enum.Enum):
    good = "good"
    bad = "bad"


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    colour: Colour
    mood: Optional[Mood] = None
