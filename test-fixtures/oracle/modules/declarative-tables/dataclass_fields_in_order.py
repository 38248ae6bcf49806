"""Fields of dataclasses that only look as if one without a default came after one with a default."""

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, registry, relationship

reg = registry()


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Stamped(MappedAsDataclass):
    created: Mapped[int] = mapped_column(default=0, kw_only=True)


class Club(Stamped, Base):
    __tablename__ = "club"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    size: Mapped[int] = mapped_column(insert_default=3)
    motto: Mapped[str] = mapped_column(default="", init=False)
    name: Mapped[str]
    members: Mapped[list["Member"]] = relationship(default_factory=list, back_populates="club")
    founded = mapped_column(Integer, default=None)


class Member(Base, kw_only=True):
    __tablename__ = "member"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    nick: Mapped[str | None] = mapped_column(default=None)
    club_id: Mapped[int | None] = mapped_column(ForeignKey("club.id"), init=False)
    club: Mapped[Club | None] = relationship(back_populates="members")


@reg.mapped_as_dataclass(init=False)
class Award:
    __tablename__ = "award"

    id: Mapped[int] = mapped_column(primary_key=True, default=None)
    name: Mapped[str]
