from __future__ import annotations
import enum
from datetime import datetime, timezone
from decimal import Decimal
from typing import List, Optional
from sqlalchemy import CheckConstraint, Enum, ForeignKey, ForeignKeyConstraint, Index, Numeric, String, UniqueConstraint, event, func, select, text
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column, relationship, validates, object_session


class Base(DeclarativeBase):
    pass


class TimestampMixin:
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[Optional[datetime]] = mapped_column(onupdate=func.now())


class MovementKind(enum.Enum):
    IN = "in"
    OUT = "out"
    MOVE = "move"


class Warehouse(TimestampMixin, Base):
    __tablename__ = "warehouse"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    bins: Mapped[List[Bin]] = relationship(back_populates="warehouse", cascade="all, delete-orphan", order_by="Bin.row, Bin.shelf")
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("warehouse.id", ondelete="SET NULL"))
    parent: Mapped[Optional[Warehouse]] = relationship(remote_side="Warehouse.id", back_populates="annexes")
    annexes: Mapped[List[Warehouse]] = relationship(back_populates="parent", passive_deletes=True)

    @validates("code")
    def upper(self, key, value):
        return value.upper()


class Bin(TimestampMixin, Base):
    __tablename__ = "bin"
    warehouse_id: Mapped[int] = mapped_column(ForeignKey("warehouse.id", ondelete="CASCADE"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)
    shelf: Mapped[int] = mapped_column(primary_key=True)
    capacity: Mapped[int] = mapped_column(default=10)
    warehouse: Mapped[Warehouse] = relationship(back_populates="bins")
    stock: Mapped[List[Stock]] = relationship(back_populates="bin", passive_deletes="all")
    __table_args__ = (CheckConstraint("capacity > 0"),)


class Product(TimestampMixin, Base):
    __tablename__ = "product"
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str] = mapped_column(String(12))
    price: Mapped[Decimal] = mapped_column(Numeric(10, 2))
    stock: Mapped[List[Stock]] = relationship(back_populates="product", cascade="save-update, merge, delete")
    components: Mapped[List[BillOfMaterial]] = relationship(foreign_keys="BillOfMaterial.assembly_id", back_populates="assembly", cascade="all, delete-orphan")
    used_in: Mapped[List[BillOfMaterial]] = relationship(foreign_keys="BillOfMaterial.part_id", back_populates="part")
    bins = association_proxy("stock", "bin")
    __table_args__ = (Index("ux_sku", func.lower(sku), unique=True),)

    @hybrid_property
    def dear(self):
        return self.price > 100


class BillOfMaterial(Base):
    __tablename__ = "bom"
    assembly_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="RESTRICT"), primary_key=True)
    quantity: Mapped[int] = mapped_column(CheckConstraint("quantity >= 1"))
    assembly: Mapped[Product] = relationship(foreign_keys=[assembly_id], back_populates="components")
    part: Mapped[Product] = relationship(foreign_keys=[part_id], back_populates="used_in")
    __table_args__ = (CheckConstraint("assembly_id <> part_id", name="no_self"),)


class Stock(Base):
    __tablename__ = "stock"
    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"))
    warehouse_id: Mapped[int]
    row: Mapped[int]
    shelf: Mapped[int]
    product: Mapped[Product] = relationship(back_populates="stock")
    bin: Mapped[Bin] = relationship(back_populates="stock")
    movements: Mapped[List[Movement]] = relationship(back_populates="stock", lazy="selectin", cascade="all, delete", passive_deletes=True)
    __table_args__ = (
        ForeignKeyConstraint(["warehouse_id", "row", "shelf"], ["bin.warehouse_id", "bin.row", "bin.shelf"], ondelete="CASCADE"),
        UniqueConstraint("product_id", "warehouse_id", "row", "shelf"),
    )


class Movement(Base):
    __tablename__ = "movement"
    id: Mapped[int] = mapped_column(primary_key=True)
    stock_id: Mapped[int] = mapped_column(ForeignKey("stock.id", ondelete="CASCADE"))
    kind: Mapped[MovementKind] = mapped_column(Enum(MovementKind, values_callable=lambda e: [m.value for m in e]))
    reverses_id: Mapped[Optional[int]] = mapped_column(ForeignKey("movement.id"), unique=True)
    stock: Mapped[Stock] = relationship(back_populates="movements")
    reverses: Mapped[Optional[Movement]] = relationship(remote_side=[id], back_populates="reversed_by", post_update=True)
    reversed_by: Mapped[Optional[Movement]] = relationship(back_populates="reverses", uselist=False, post_update=True)


Product.stock_count = column_property(select(func.count(Stock.id)).where(Stock.product_id == Product.id).correlate_except(Stock).scalar_subquery())
