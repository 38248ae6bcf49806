from typing import List, Optional
from sqlalchemy import ForeignKey, Integer, String, func, text, FetchedValue, Computed, JSON, UniqueConstraint, DateTime, Index, PrimaryKeyConstraint, LargeBinary, Float, Numeric, Date, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, deferred


class Base(DeclarativeBase):
    pass


class Doc(Base):
    __tablename__ = "doc"
    key: Mapped[str] = mapped_column(JSON, primary_key=True)
    notes: Mapped[List["Note"]] = relationship(back_populates="doc", cascade="all")


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    doc_key: Mapped[Optional[str]] = mapped_column(JSON, ForeignKey("doc.key"))
    doc: Mapped[Optional["Doc"]] = relationship(back_populates="notes")


class Acc(Base):
    __tablename__ = "acc"
    id: Mapped[int] = mapped_column(primary_key=True)
    twice: Mapped[int] = mapped_column(Computed("id * 2"), unique=True)
    rows: Mapped[List["Row"]] = relationship(back_populates="acc")
    subs: Mapped[List["Sub"]] = relationship()


class Row(Base):
    __tablename__ = "row"
    id: Mapped[int] = mapped_column(primary_key=True)
    acc_id: Mapped[Optional[int]] = mapped_column(ForeignKey("acc.id"))
    shadow: Mapped[Optional[int]] = mapped_column(Computed("acc_id"), unique=True)
    acc: Mapped[Optional["Acc"]] = relationship(back_populates="rows")


class Sub(Base):
    __tablename__ = "sub"
    id: Mapped[int] = mapped_column(primary_key=True)
    acc_twice: Mapped[Optional[int]] = mapped_column(ForeignKey("acc.twice"))


class Pair(Base):
    __tablename__ = "pair"
    id: Mapped[int] = mapped_column(primary_key=True)
    acc_id: Mapped[Optional[int]] = mapped_column(ForeignKey("acc.id", ondelete="CASCADE"))
    label: Mapped[str] = mapped_column(Computed("'acc' || coalesce(acc_id, 0)"))
    no: Mapped[int]
    __table_args__ = (UniqueConstraint("label", "no"),)
