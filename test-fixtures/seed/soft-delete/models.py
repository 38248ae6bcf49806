"""Rows are marked instead of deleted; the day somebody deletes a tutor for good, the lessons are in the way."""

from datetime import datetime
from typing import List, Optional

from sqlmodel import Field, Relationship, Session, SQLModel, update


class Removable:
    removed_at: Optional[datetime] = Field(default=None, index=True)


class Tutor(Removable, SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    name: str

    lessons: List["Lesson"] = Relationship(
        back_populates="tutor",
        sa_relationship_kwargs={
            "cascade": "save-update, merge",  # changes travel along, deletes do not
        },
    )


class Lesson(Removable, SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    topic: str
    tutor_id: int = Field(foreign_key="tutor.id")

    tutor: Optional[Tutor] = Relationship(back_populates="lessons")


def remove_tutor(tutor_id: int, session: Session) -> None:
    """Mark a tutor and every lesson of theirs as removed."""
    tutor = session.get(Tutor, tutor_id)
    tutor.removed_at = datetime.utcnow()

    statement = update(Lesson).where(Lesson.tutor_id == tutor_id).values(removed_at=datetime.utcnow())
    session.exec(statement)
    session.commit()
