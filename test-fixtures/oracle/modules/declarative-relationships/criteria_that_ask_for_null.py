"""A collection without what is marked as removed: the row that is left out has a moment or a number there, not any text."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[int] = mapped_column(primary_key=True)
    orders: Mapped[list["Order"]] = relationship(
        primaryjoin="and_(Customer.id == Order.customer_id, Order.removed_at.is_(None))", cascade="all"
    )
    all_orders: Mapped[list["Order"]] = relationship(viewonly=True)
    visits: Mapped[list["Visit"]] = relationship(
        primaryjoin="and_(Customer.id == Visit.customer_id, Visit.until == None, Visit.rating == None)"
    )
    all_visits: Mapped[list["Visit"]] = relationship(overlaps="visits", passive_deletes=True)


class Order(Base):
    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    removed_at: Mapped[datetime | None]
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="SET NULL"))


class Visit(Base):
    __tablename__ = "visit"
    id: Mapped[int] = mapped_column(primary_key=True)
    until: Mapped[date | None]
    rating: Mapped[float | None]
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
