"""A foreign key of two columns."""

from typing import List

from sqlalchemy import ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[List["Line"]] = relationship(back_populates="order", cascade="all, delete-orphan")


class Line(Base):
    __tablename__ = "line"
    __table_args__ = (
        ForeignKeyConstraint(
            ["tenant", "order_number"], ["orders.tenant", "orders.number"], ondelete="CASCADE", name="fk_order"
        ),
    )
    tenant: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    order_number: Mapped[int]
    order: Mapped[Order] = relationship(back_populates="lines")
