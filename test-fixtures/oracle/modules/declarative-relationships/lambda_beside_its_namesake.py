"""A lambda in a class body sees the module's names, not those of the body: `members` is the table in every lambda."""

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


members = Table(
    "members",
    Base.metadata,
    Column("club_id", ForeignKey("club.id"), primary_key=True),
    Column("person_id", ForeignKey("person.id"), primary_key=True),
)


class Person(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)


class Club(Base):
    __tablename__ = "club"

    id: Mapped[int] = mapped_column(primary_key=True)
    members: Mapped[list[Person]] = relationship(secondary=members)
    founders: Mapped[list[Person]] = relationship(
        secondary=lambda: members,
        primaryjoin=lambda: Club.id == members.c.club_id,
        viewonly=True,
    )
