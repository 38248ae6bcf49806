"""Under future annotations the quotes of an annotation are part of the text, which then names no class."""

from __future__ import annotations

from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Member(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    club_id: Optional[int] = Field(default=None, foreign_key="club.id", ondelete="SET NULL")
    club: "Club" = Relationship(back_populates="members")


class Club(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    members: Member = Relationship(back_populates="club")
