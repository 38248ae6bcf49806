"""Two single foreign keys to a composite key: SQLAlchemy does not mind."""

from sqlmodel import Field, SQLModel


class Order(SQLModel, table=True):
    __tablename__ = "orders"
    tenant: int = Field(primary_key=True)
    number: int = Field(primary_key=True)


class Line(SQLModel, table=True):
    id: int = Field(primary_key=True)
    tenant: int = Field(foreign_key="orders.tenant")
    number: int = Field(foreign_key="orders.number")
