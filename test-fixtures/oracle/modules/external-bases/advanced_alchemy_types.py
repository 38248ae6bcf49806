"""Advanced Alchemy's own types, and its mixin for addresses."""

from datetime import datetime
from typing import Optional
from uuid import UUID

from advanced_alchemy.base import BigIntBase, UUIDBase
from advanced_alchemy.mixins import SlugKey
from advanced_alchemy.types import GUID, BigIntIdentity, DateTimeUTC, JsonB
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship


class Venue(UUIDBase, SlugKey):
    opened: Mapped[Optional[datetime]] = mapped_column(DateTimeUTC(timezone=True))
    concerts: Mapped[list["Concert"]] = relationship(back_populates="venue", cascade="all, delete")


class Concert(BigIntBase):
    venue_id: Mapped[UUID] = mapped_column(GUID, ForeignKey("venue.id"))
    support_of: Mapped[Optional[int]] = mapped_column(BigIntIdentity, ForeignKey("concert.id", ondelete="SET NULL"))
    programme: Mapped[dict] = mapped_column(JsonB)
    venue: Mapped[Venue] = relationship(back_populates="concerts")
