"""Joins that select by members of enumerations, ranges, patterns and decimal numbers."""

import enum
from decimal import Decimal

from sqlalchemy import Enum, ForeignKey, Numeric, String, and_, not_
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class State(enum.Enum):
    OPEN = "open"
    CLOSED = "closed"


class Colour(str, enum.Enum):
    RED = "red"
    BLUE = "blue"


class Project(Base):
    __tablename__ = "project"
    id: Mapped[int] = mapped_column(primary_key=True)
    open_: Mapped[list["Issue"]] = relationship(
        primaryjoin=lambda: and_(Project.id == Issue.project_id, Issue.state == State.OPEN), cascade="all"
    )
    red: Mapped[list["Paint"]] = relationship(
        primaryjoin=lambda: and_(Project.id == Paint.project_id, Paint.colour == Colour.RED), cascade="all"
    )
    not_blue: Mapped[list["Label"]] = relationship(
        primaryjoin=lambda: and_(Project.id == Label.project_id, Label.colour.not_in([Colour.BLUE]))
    )
    small: Mapped[list["Size"]] = relationship(
        primaryjoin="and_(Project.id == Size.project_id, Size.name == 'S')", cascade="all, delete-orphan"
    )
    middle: Mapped[list["Step"]] = relationship(
        primaryjoin="and_(Project.id == Step.project_id, Step.number.between(2, 3))", cascade="all"
    )
    outer: Mapped[list["Cost"]] = relationship(
        primaryjoin=lambda: and_(Project.id == Cost.project_id, not_(Cost.amount.between(1, 2)), Cost.amount < 5)
    )
    first: Mapped[list["Note"]] = relationship(
        primaryjoin=lambda: and_(Project.id == Note.project_id, Note.title.startswith("note 1")), cascade="all"
    )
    others: Mapped[list["Memo"]] = relationship(
        primaryjoin="and_(Project.id == Memo.project_id, Memo.title.like('M%'), Memo.title.notilike('%2'))"
    )
    some: Mapped[list["Hint"]] = relationship(
        primaryjoin="and_(Project.id == Hint.project_id, Hint.title.contains('nt 2'))", cascade="all"
    )


class Issue(Base):
    __tablename__ = "issue"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[State]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))


class Paint(Base):
    __tablename__ = "paint"
    id: Mapped[int] = mapped_column(primary_key=True)
    colour: Mapped[Colour]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))


class Label(Base):
    __tablename__ = "label"
    id: Mapped[int] = mapped_column(primary_key=True)
    colour: Mapped[Colour] = mapped_column(Enum(Colour, values_callable=lambda all_: [each.value for each in all_]))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))


class Size(Base):
    __tablename__ = "size"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Enum("S", "M", "L", name="sizes"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))


class Step(Base):
    __tablename__ = "step"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))


class Cost(Base):
    __tablename__ = "cost"
    id: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(20))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))


class Memo(Base):
    __tablename__ = "memo"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(20))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"))


class Hint(Base):
    __tablename__ = "hint"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(20))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="SET NULL"))
