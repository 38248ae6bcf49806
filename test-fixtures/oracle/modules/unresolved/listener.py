"""A listener gives attributes to the classes of a mixin."""

from typing import List

from sqlalchemy import ForeignKey, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class HasNotes:
    pass


@event.listens_for(HasNotes, "mapper_configured", propagate=True)
def add_notes(mapper, class_):
    class_.notes = relationship(Note, cascade="all, delete-orphan")


class User(HasNotes, Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
