"""A composite constraint that names a column the table does not have."""

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Line(Base):
    __tablename__ = "line"
    __table_args__ = (ForeignKeyConstraint(["tenant", "nope"], ["orders.tenant", "orders.number"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int]
