"""`init=False` as in a dataclass, which the class is not."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Trainer(Base):
    __tablename__ = "trainer"

    name: Mapped[str | None] = mapped_column(default=None)
    id: Mapped[int] = mapped_column(primary_key=True, init=False, repr=False, kw_only=True)


class Lesson(Base):
    __tablename__ = "lesson"

    id: Mapped[int] = mapped_column(primary_key=True)
    trainer_id: Mapped[int] = mapped_column(ForeignKey("trainer.id"))
    trainer: Mapped[Trainer] = relationship()
