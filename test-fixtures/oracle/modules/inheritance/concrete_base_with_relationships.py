"""A query for a ConcreteBase joins the tables of its subclasses into one."""

from sqlalchemy import ForeignKey
from sqlalchemy.ext.declarative import ConcreteBase
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Harbour(Base):
    __tablename__ = "harbour"
    id: Mapped[int] = mapped_column(primary_key=True)
    boats: Mapped[list["Boat"]] = relationship(back_populates="harbour", cascade="all, delete-orphan")


class Boat(ConcreteBase, Base):
    __tablename__ = "boat"
    id: Mapped[int] = mapped_column(primary_key=True)
    harbour_id: Mapped[int] = mapped_column(ForeignKey("harbour.id"))
    harbour: Mapped[Harbour] = relationship(back_populates="boats")
    __mapper_args__ = {"polymorphic_identity": "boat", "concrete": True}


class Ferry(Boat):
    __tablename__ = "ferry"
    id: Mapped[int] = mapped_column(primary_key=True)
    harbour_id: Mapped[int] = mapped_column(ForeignKey("harbour.id", ondelete="SET NULL"), nullable=True)
    harbour: Mapped[Harbour] = relationship()
    __mapper_args__ = {"polymorphic_identity": "ferry", "concrete": True}
