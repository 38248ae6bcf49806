"""A second key between the tables of a hierarchy does no harm where it comes after the class, or says the same."""

from sqlalchemy import ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Party(Base):
    __tablename__ = "party"

    id: Mapped[int] = mapped_column(primary_key=True)


class Company(Party):
    __tablename__ = "company"

    id: Mapped[int] = mapped_column(ForeignKey("party.id"), primary_key=True)


Party.employer_id = mapped_column(ForeignKey("company.id"), nullable=True)


class Charity(Party):
    __tablename__ = "charity"
    __table_args__ = (ForeignKeyConstraint(["id"], ["party.id"], ondelete="CASCADE"),)

    id: Mapped[int] = mapped_column(ForeignKey("party.id"), primary_key=True)
