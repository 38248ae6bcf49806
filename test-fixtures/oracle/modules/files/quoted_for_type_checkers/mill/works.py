from typing import TYPE_CHECKING, List, Optional

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import relationship

from .base import Base

if TYPE_CHECKING:
    from .wheels import Wheel


class Works(Base):
    __tablename__ = "works"
    id = Column(Integer, primary_key=True)
    wheels: "List[Wheel]" = relationship("Wheel", back_populates="works", cascade="all, delete-orphan")
    spare_wheels: List["Wheel"] = relationship("Wheel", viewonly=True)
    belts: "List[Belt]" = relationship("Belt")


class Belt(Base):
    __tablename__ = "belt"
    id = Column(Integer, primary_key=True)
    works_id = Column(ForeignKey("works.id", ondelete="CASCADE"))
    works: "Optional[Works]" = relationship("Works", overlaps="belts")


class Sluice(Base):
    __tablename__ = "sluice"
    id = Column(Integer, primary_key=True)
    gates: "List[Gate]" = relationship("Gate", cascade="all")
    works_id = Column(ForeignKey("works.id"))


from .gates import Gate  # noqa: E402
