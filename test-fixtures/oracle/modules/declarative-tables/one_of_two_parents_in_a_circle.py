from typing import List, Optional

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Contact(Base):
    __tablename__ = "contact"
    __table_args__ = (CheckConstraint("(person_id IS NULL) <> (branch_id IS NULL)"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    branch_id: Mapped[Optional[int]] = mapped_column(ForeignKey("branch.id", ondelete="SET NULL"))
    person_id: Mapped[Optional[int]] = mapped_column(ForeignKey("person.id"))


class Company(Base):
    __tablename__ = "company"
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), primary_key=True)
    branches: Mapped[List["Branch"]] = relationship(passive_deletes=True)


class Branch(Base):
    __tablename__ = "branch"
    id: Mapped[int] = mapped_column(primary_key=True)
    company_id: Mapped[int] = mapped_column(ForeignKey("company.contact_id", ondelete="CASCADE"))


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    company_id: Mapped[Optional[int]] = mapped_column(ForeignKey("company.contact_id"))
