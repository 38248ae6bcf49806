"""Advanced Alchemy's own types."""

from datetime import datetime
from typing import Optional
from uuid import UUID

from advanced_alchemy.base import UUIDBase
from advanced_alchemy.types import GUID, BigIntIdentity, DateTimeUTC, JsonB
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship


class Venue(UUIDBase):
    opened: Mapped[Optional[datetime]] = mapped_column(DateTimeUTC(timezone=True))
    concerts: Mapped[list["Concert"]] = relationship(back_populates="venue", cascade="all, delete")


class Concert(UUIDBase):
    venue_id: Mapped[UUID] = mapped_column(GUID, ForeignKey("venue.id"))
    support_of: Mapped[Optional[UUID]] = mapped_column(GUID, ForeignKey("concert.id", ondelete="SET NULL"))
    number: Mapped[int] = mapped_column(BigIntIdentity)
    programme: Mapped[dict] = mapped_column(JsonB)
    venue: Mapped[Venue] = relationship(back_populates="concerts")
