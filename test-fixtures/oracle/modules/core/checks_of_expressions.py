"""Checks over functions, sums, ranges and patterns, with the brackets that SQLAlchemy puts."""

from sqlalchemy import CheckConstraint, Column, Integer, MetaData, String, Table, Text, and_, between, func, not_, or_

metadata = MetaData()

low = Column("low", Integer)
high = Column("high", Integer)
step = Column("step", Integer)
name = Column("name", String(20))
note = Column("note", Text)

Table(
    "span",
    metadata,
    Column("id", Integer, primary_key=True),
    low,
    high,
    step,
    name,
    note,
    CheckConstraint(low.between(1, 5)),
    CheckConstraint(low.between(1, high + 1)),
    CheckConstraint(~low.between(1, high)),
    CheckConstraint(not_(between(high, low, 9))),
    CheckConstraint(or_(between(high, low, 9), high.is_(None))),
    CheckConstraint(and_(low.between(1, 5), high > 2)),
    CheckConstraint(name.like("a%")),
    CheckConstraint(~name.like("it's%")),
    CheckConstraint(name.not_like("b%")),
    CheckConstraint(func.lower(name) > "a"),
    CheckConstraint(func.LOWER(name) == "b"),
    CheckConstraint("A" <= func.upper(func.trim(name))),
    CheckConstraint(func.lower(name).between("a", "f")),
    CheckConstraint(name == func.lower(name)),
    CheckConstraint(func.coalesce(high, 0) > low),
    CheckConstraint(func.COALESCE(name, "x") != "y"),
    CheckConstraint(func.coalesce(high, low) != None),  # noqa: E711
    CheckConstraint(func.abs(low - high) <= 10),
    CheckConstraint(low + high > 3),
    CheckConstraint(low + 1 > high),
    CheckConstraint(3 - low > high),
    CheckConstraint(high > low + step + 1),
    CheckConstraint(low + (high + step) == 4),
    CheckConstraint(low - (high - step) == 4),
    CheckConstraint(low - high - step == 4),
    CheckConstraint(low - high * 2 >= -3),
    CheckConstraint((low - high) * 2 >= 3),
    CheckConstraint(low * (high + 1) == 4),
    CheckConstraint(low * (high * step) == 4),
    CheckConstraint(~(low > 1)),
    CheckConstraint(~low.in_([1, 2])),
    CheckConstraint(~low.not_in([1, 2])),
    CheckConstraint(~low.is_(None)),
    CheckConstraint(not_(or_(low > 1, high < 3))),
    CheckConstraint(not_(and_(low.in_([1]), high < 3))),
    CheckConstraint(or_(low.is_(None), func.abs(high) < low * 2)),
)
