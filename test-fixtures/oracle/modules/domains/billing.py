import datetime as dt
import enum
from decimal import Decimal
from typing import Annotated, List, Optional
from sqlalchemy import BigInteger, CheckConstraint, Computed, DateTime, Enum, ForeignKey, ForeignKeyConstraint, Identity, Integer, MetaData, Numeric, String, UniqueConstraint, text, event
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship, registry, column_property, composite

intpk = Annotated[int, mapped_column(primary_key=True, autoincrement=True)]
money = Annotated[Decimal, mapped_column(Numeric(12, 2), default=0)]
customer_fk = Annotated[int, mapped_column(ForeignKey("billing.customer.id", ondelete="RESTRICT"), index=True)]


class Base(MappedAsDataclass, DeclarativeBase):
    metadata = MetaData(schema="billing", naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s", "ix": "ix_%(column_0_label)s", "pk": "pk_%(table_name)s"})


class InvoiceState(enum.StrEnum):
    DRAFT = enum.auto()
    SENT = enum.auto()
    PAID = enum.auto()


class Customer(Base):
    __tablename__ = "customer"
    id: Mapped[intpk] = mapped_column(init=False)
    name: Mapped[str]
    default_method_id: Mapped[Optional[int]] = mapped_column(ForeignKey("billing.method.id", use_alter=True, ondelete="SET NULL"), init=False)
    invoices: Mapped[List["Invoice"]] = relationship(default_factory=list, back_populates="customer", passive_deletes="all")
    methods: Mapped[List["Method"]] = relationship(default_factory=list, back_populates="customer", cascade="all, delete-orphan", foreign_keys="Method.customer_id")
    default_method: Mapped[Optional["Method"]] = relationship(init=False, foreign_keys=[default_method_id], post_update=True)
    subscriptions: Mapped[List["Subscription"]] = relationship(default_factory=list, cascade="all", single_parent=True)


class Method(Base):
    __tablename__ = "method"
    id: Mapped[intpk] = mapped_column(init=False)
    customer_id: Mapped[customer_fk] = mapped_column(init=False)
    kind: Mapped[str] = mapped_column(String(8))
    customer: Mapped["Customer"] = relationship(back_populates="methods", foreign_keys=[customer_id])
    payments: Mapped[List["Payment"]] = relationship(back_populates="method", default_factory=list)
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_abstract": True}


class Card(Method):
    last4: Mapped[Optional[str]] = mapped_column(String(4), default=None)
    __mapper_args__ = {"polymorphic_identity": "card"}


class Transfer(Method):
    iban: Mapped[Optional[str]] = mapped_column(default=None)
    bank_id: Mapped[Optional[int]] = mapped_column(ForeignKey("billing.bank.id"), default=None)
    bank: Mapped[Optional["Bank"]] = relationship(default=None, cascade="all")
    __mapper_args__ = {"polymorphic_identity": "transfer"}


class Bank(Base):
    __tablename__ = "bank"
    id: Mapped[intpk] = mapped_column(init=False)


class Plan(Base):
    __tablename__ = "plan"
    code: Mapped[str] = mapped_column(String(10), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True)
    replaced_code: Mapped[Optional[str]] = mapped_column(String(10), default=None)
    replaced_revision: Mapped[Optional[int]] = mapped_column(default=None)
    replaced_by: Mapped[Optional["Plan"]] = relationship(default=None, remote_side=[code, revision], foreign_keys=[replaced_code, replaced_revision])
    __table_args__ = (ForeignKeyConstraint(["replaced_code", "replaced_revision"], ["billing.plan.code", "billing.plan.revision"], deferrable=True, initially="DEFERRED"),)


class Subscription(Base):
    __tablename__ = "subscription"
    id: Mapped[intpk] = mapped_column(init=False)
    customer_id: Mapped[customer_fk] = mapped_column(init=False)
    plan_code: Mapped[str] = mapped_column(init=False)
    plan_revision: Mapped[int] = mapped_column(init=False)
    plan: Mapped["Plan"] = relationship()
    __table_args__ = (ForeignKeyConstraint(["plan_code", "plan_revision"], ["billing.plan.code", "billing.plan.revision"]), UniqueConstraint("customer_id", "plan_code"))


class Invoice(Base):
    __tablename__ = "invoice"
    id: Mapped[intpk] = mapped_column(init=False)
    customer_id: Mapped[customer_fk] = mapped_column(init=False)
    state: Mapped[InvoiceState]
    customer: Mapped["Customer"] = relationship(back_populates="invoices")
    lines: Mapped[List["Line"]] = relationship(cascade="all, delete-orphan", default_factory=list, lazy="immediate")
    payments: Mapped[List["Payment"]] = relationship(back_populates="invoice", default_factory=list)
    credit_for_id: Mapped[Optional[int]] = mapped_column(ForeignKey("billing.invoice.id"), default=None)
    credits: Mapped[List["Invoice"]] = relationship(default_factory=list)


class Line(Base):
    __tablename__ = "line"
    invoice_id: Mapped[int] = mapped_column(ForeignKey("billing.invoice.id"), primary_key=True, init=False)
    position: Mapped[int] = mapped_column(primary_key=True)
    quantity: Mapped[int]
    unit: Mapped[money]
    total: Mapped[Optional[Decimal]] = mapped_column(Numeric(12, 2), Computed("quantity * unit"), init=False)
    __table_args__ = (CheckConstraint("quantity > 0", name="positive"),)


class Payment(Base):
    __tablename__ = "payment"
    id: Mapped[intpk] = mapped_column(init=False)
    invoice_id: Mapped[Optional[int]] = mapped_column(ForeignKey("billing.invoice.id"), init=False)
    method_id: Mapped[Optional[int]] = mapped_column(ForeignKey("billing.method.id"), init=False)
    invoice: Mapped[Optional["Invoice"]] = relationship(back_populates="payments")
    method: Mapped[Optional["Method"]] = relationship(back_populates="payments")
    amount: Mapped[money]
    __table_args__ = (CheckConstraint("invoice_id IS NOT NULL OR method_id IS NOT NULL", name="origin"),)
