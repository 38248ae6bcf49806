"""An entry for all enumerations: each class gets one of its own, with the options of the entry."""

import enum
from typing import Optional

from sqlalchemy import Enum, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    type_annotation_map = {
        enum.Enum: Enum(enum.Enum, native_enum=False, length=40),
        str: String(7),
    }


class Suit(enum.Enum):
    HEARTS = "h"
    SPADES = "s"


class Rank(str, enum.Enum):
    ACE = "ace"
    KING = "king"


class Card(Base):
    __tablename__ = "card"
    id: Mapped[int] = mapped_column(primary_key=True)
    suit: Mapped[Suit]
    rank: Mapped[Optional[Rank]]
    trump: Mapped[Suit] = mapped_column(Enum(Suit))
    note: Mapped[str]


class Other(DeclarativeBase):
    type_annotation_map = {
        enum.Enum: Enum(enum.Enum, values_callable=lambda kind: [each.value for each in kind], name="kind"),
    }


class Deck(Other):
    __tablename__ = "deck"
    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[Rank]
