"""Joins that compare further columns of both sides, which nothing synchronises."""

from sqlalchemy import ForeignKey, and_
from sqlalchemy.orm import DeclarativeBase, Mapped, foreign, mapped_column, relationship, remote


class Base(DeclarativeBase):
    pass


class Tenant(Base):
    __tablename__ = "tenant"
    id: Mapped[int] = mapped_column(primary_key=True)
    customers: Mapped[list["Customer"]] = relationship(cascade="all, delete-orphan")
    orders: Mapped[list["Order"]] = relationship(cascade="all, delete-orphan")


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    rank: Mapped[int]
    orders: Mapped[list["Order"]] = relationship(
        primaryjoin="and_(Customer.id == Order.customer_id, Customer.tenant_id == Order.tenant_id)",
        back_populates="customer",
    )
    late: Mapped[list["Order"]] = relationship(
        primaryjoin="and_(Customer.id == Order.payer_id, Order.rank > Customer.rank)",
        cascade="all",
        foreign_keys="Order.payer_id",
    )


class Order(Base):
    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    rank: Mapped[int]
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    payer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="SET NULL"))
    customer: Mapped["Customer | None"] = relationship(
        primaryjoin="and_(Customer.id == Order.customer_id, Customer.tenant_id == Order.tenant_id)",
        back_populates="orders",
        cascade="all, delete-orphan",
        single_parent=True,
    )
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("order.id"))
    smaller: Mapped[list["Order"]] = relationship(
        primaryjoin=lambda: and_(Order.id == remote(foreign(Order.parent_id)), remote(Order.rank) <= Order.rank),
        cascade="all",
    )
    others: Mapped[list["Order"]] = relationship(
        primaryjoin=lambda: and_(Order.id == remote(foreign(Order.parent_id)), Order.id != remote(Order.id)),
        overlaps="smaller",
    )
    siblings: Mapped[list["Order"]] = relationship(
        primaryjoin=lambda: and_(Order.parent_id == remote(foreign(Order.parent_id)), Order.id != remote(Order.id)),
        viewonly=True,
        lazy="selectin",
        uselist=True,
    )


class Seat(Base):
    __tablename__ = "seat"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int | None] = mapped_column(ForeignKey("tenant.id", ondelete="SET NULL"))
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"))
    hall: Mapped["Hall"] = relationship(
        primaryjoin="and_(Hall.id == Seat.hall_id, Hall.tenant_id <= Seat.tenant_id)", lazy="joined", innerjoin=True
    )


class Hall(Base):
    __tablename__ = "hall"
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"))
    size: Mapped[int]
    seats: Mapped[list["Seat"]] = relationship(
        primaryjoin="and_(Hall.id == Seat.hall_id, Seat.id != Hall.size, Seat.tenant_id != None)",
        cascade="all",
        overlaps="hall",
    )
    customers: Mapped[list["Customer"]] = relationship(
        secondary="guest",
        primaryjoin="and_(Hall.id == Guest.hall_id, Customer.rank >= Hall.size)",
        lazy="selectin",
    )


class Guest(Base):
    __tablename__ = "guest"
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True)
