"""A shop without its articles: the class that two declarations name does not exist, and a cascade is defeated."""

from datetime import datetime
from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Buyer(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    name: str
    email: str

    purchases: List["Purchase"] = Relationship(
        back_populates="buyer",
        sa_relationship_kwargs={
            "cascade": "save-update, merge",  # saved and merged with the buyer, never deleted with it
        },
    )


class Purchase(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    placed_at: datetime = Field(default_factory=datetime.utcnow)
    buyer_id: int = Field(foreign_key="buyer.id", ondelete="CASCADE")

    buyer: Optional[Buyer] = Relationship(back_populates="purchases")
    lines: List["PurchaseLine"] = Relationship(
        back_populates="purchase",
        sa_relationship_kwargs={"cascade": "all, delete-orphan"},
    )


class PurchaseLine(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    count: int
    unit_price: float
    purchase_id: int = Field(foreign_key="purchase.id", ondelete="CASCADE")
    article_id: int = Field(foreign_key="article.id", ondelete="RESTRICT")

    purchase: Optional[Purchase] = Relationship(back_populates="lines")
    article: Optional["Article"] = Relationship()
