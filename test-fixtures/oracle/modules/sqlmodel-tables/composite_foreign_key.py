"""A foreign key of two columns."""

from typing import Optional

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, Relationship, SQLModel


class Order(SQLModel, table=True):
    __tablename__ = "orders"
    tenant: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    lines: list["Line"] = Relationship(back_populates="order")


class Line(SQLModel, table=True):
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "order_number"], ["orders.tenant", "orders.number"], ondelete="CASCADE"),
    )
    id: int = Field(primary_key=True)
    tenant: int
    order_number: Optional[int] = None
    order: Optional[Order] = Relationship(back_populates="lines")
