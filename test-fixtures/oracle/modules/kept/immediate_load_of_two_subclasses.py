"""`lazy="immediate"` loads nothing where one query brings objects of two classes that both have the relationship."""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shop.id"))
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "item"}


class Maker(Base):
    __tablename__ = "maker"
    id: Mapped[int] = mapped_column(primary_key=True)
    machine: Mapped[Optional["Machine"]] = relationship(lazy="immediate", viewonly=True)


class Machine(Item):
    __tablename__ = "machine"
    id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    maker_id: Mapped[int] = mapped_column(ForeignKey("maker.id"))
    maker: Mapped["Maker"] = relationship(lazy="immediate")
    __mapper_args__ = {"polymorphic_identity": "machine"}


class Robot(Machine):
    __mapper_args__ = {"polymorphic_identity": "robot"}


class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("machine.id"))
    items: Mapped[List["Item"]] = relationship(foreign_keys="[Item.shop_id]")
    first: Mapped["Machine"] = relationship(foreign_keys="[Shop.first_id]", post_update=True)
