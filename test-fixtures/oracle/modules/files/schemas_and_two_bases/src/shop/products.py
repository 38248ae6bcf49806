from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from shop.core import SCHEMA, Base, OtherBase


class Product(Base):
    __tablename__ = "product"
    id: Mapped[int] = mapped_column(primary_key=True)
    items: Mapped[list["Item"]] = relationship(back_populates="product")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("shop.product.id"))


class Item(Base):
    __tablename__ = "item"
    __table_args__ = {"schema": "stock"}
    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey(f"{SCHEMA}.product.id", ondelete="CASCADE"), index=True)
    product: Mapped[Product] = relationship(back_populates="items")


class Audit(OtherBase):
    __tablename__ = "product"
    id: Mapped[int] = mapped_column(primary_key=True)
    next_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    next: Mapped["Audit | None"] = relationship(remote_side=id)
