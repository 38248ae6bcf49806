"""The same constraint written with tuples and a name."""

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field, SQLModel


class Order(SQLModel, table=True):
    __tablename__ = "orders"
    tenant: int = Field(primary_key=True)
    number: int = Field(primary_key=True)


class Line(SQLModel, table=True):
    __table_args__ = (
        ForeignKeyConstraint(("tenant", "number"), ("orders.tenant", "orders.number"), name="fk_line_order"),
    )
    tenant: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
