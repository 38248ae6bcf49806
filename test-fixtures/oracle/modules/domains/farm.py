from typing import List, Optional
import enum
from sqlalchemy import Boolean, Column, Enum, ForeignKey, Identity, Integer, Sequence, String, Table, UniqueConstraint, Text, CheckConstraint, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Mood(enum.Enum):
    OK = 1
    BAD = 2


class Farm(Base):
    __tablename__ = "farm"
    code: Mapped[str] = mapped_column(String(10, collation="NOCASE"), primary_key=True)
    barns: Mapped[List["Barn"]] = relationship(back_populates="farm", cascade="all")
    cows: Mapped[List["Cow"]] = relationship(back_populates="farm")
    __table_args__ = {"sqlite_with_rowid": False}


class Barn(Base):
    __tablename__ = "barn"
    id: Mapped[int] = mapped_column(Identity(always=True), primary_key=True)
    farm_code: Mapped[str] = mapped_column(ForeignKey("farm.code"))
    farm: Mapped["Farm"] = relationship(back_populates="barns")
    __table_args__ = {"sqlite_autoincrement": True}


class Cow(Base):
    __tablename__ = "cow"
    id: Mapped[int] = mapped_column(Sequence("cow_seq"), primary_key=True)
    farm_code: Mapped[Optional[str]] = mapped_column(ForeignKey("farm.code"))
    farm: Mapped[Optional["Farm"]] = relationship(back_populates="cows")
    mood: Mapped[Mood] = mapped_column(Enum(Mood, native_enum=False, create_constraint=True, name="mood_ck"))
    milked: Mapped[bool] = mapped_column(Boolean(create_constraint=True, name="milked_ck"))
    ear_tag: Mapped[str] = mapped_column(String(5), unique=True)
    milkings: Mapped[List["Milking"]] = relationship(passive_deletes=True)


class Milking(Base):
    __tablename__ = "milking"
    cow_id: Mapped[int] = mapped_column(ForeignKey("cow.id", ondelete="CASCADE"), primary_key=True)
    no: Mapped[int] = mapped_column(primary_key=True)
    bucket: Mapped[Optional[str]] = mapped_column(ForeignKey("bucket.label", ondelete="SET DEFAULT"), server_default="none")
    __table_args__ = {"sqlite_with_rowid": False}


class Bucket(Base):
    __tablename__ = "bucket"
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str] = mapped_column(unique=True)
    milkings: Mapped[List["Milking"]] = relationship(passive_deletes="all")
