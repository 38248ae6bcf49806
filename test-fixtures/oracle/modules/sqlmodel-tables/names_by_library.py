"""Table names of a base by a helper of pydantic, a repository beside."""

from typing import Any, ClassVar, Generic, Literal, Optional, Type, TypeVar

import sqlalchemy as sa
from pydantic.alias_generators import to_snake
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, Relationship, Session, SQLModel, select

T = TypeVar("T", bound="Entity")


class Entity(SQLModel):
    __table_args__ = {"sqlite_autoincrement": True}
    id: Optional[int] = Field(default=None, primary_key=True, sa_column_kwargs={"comment": "pk"})

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return to_snake(cls.__name__)


class Repo(Generic[T]):
    model: Type[T]

    def __init__(self, session: Session):
        self.session = session

    def remove(self, key: int) -> None:
        self.session.delete(self.session.get(self.model, key))


class OrderStatus(Entity, table=True):
    __tablename__ = "order_statuses"
    label: str


class PurchaseOrder(Entity, table=True):
    __tablename__ = "purchase_orders"
    status_id: int = Field(foreign_key="order_statuses.id", ondelete="RESTRICT", nullable=False)
    status: OrderStatus = Relationship()
    state: str = Field(default="new", sa_type=sa.String(12))
    kind: str = Field(sa_column=sa.Column("kind_name", sa.Enum("a", "b", name="kind"), nullable=False, server_default="a"))


class OrderRepo(Repo[PurchaseOrder]):
    model = PurchaseOrder
