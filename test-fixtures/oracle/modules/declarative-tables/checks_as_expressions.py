"""A check may be an expression over columns, in the places where one can stand."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, String, Table, and_, column, not_, or_, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Span(Base):
    __tablename__ = "span"
    id: Mapped[int] = mapped_column(primary_key=True)
    low: Mapped[int] = mapped_column("lo")
    high: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column(String(10), default="it's")
    note: Mapped[int | None] = mapped_column()
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("span.id"))
    __table_args__ = (
        CheckConstraint(low <= high, name="a"),
        CheckConstraint(column("lo") <= column("high"), name="b"),
        CheckConstraint(low > 0, name="c"),
        CheckConstraint(kind.in_(["a", "it's"]), name="d"),
        CheckConstraint(or_(low == 1, high != 2), name="e"),
        CheckConstraint(and_(low != 1, or_(high != 2, high == 3)), name="f"),
        CheckConstraint((low != 1) & (high != 2) | (high == 3), name="g"),
        CheckConstraint(~(low == 1), name="h"),
        CheckConstraint(note.is_(None), name="i"),
        CheckConstraint(kind != None, name="j"),  # noqa: E711
        CheckConstraint(kind.isnot(None), name="k"),
        CheckConstraint(not_(or_(low == 1, high == 2)), name="l"),
        CheckConstraint(parent_id != id, name="m"),
        CheckConstraint(text("lo > 1"), name="r"),
        CheckConstraint(0 <= low, name="v"),
        CheckConstraint(low.notin_([1, 2]), name="w"),
        CheckConstraint(note.is_(None) | (low == -1), name="x"),
    )


Table(
    "other",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("Mixed Name", Integer),
    Column("b", Integer),
    CheckConstraint(column("b") < column("Mixed Name"), name="other_b"),
)
