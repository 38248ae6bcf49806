"""`__table_cls__` makes the table, and may give it another name or none."""

from sqlalchemy import Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    @classmethod
    def __table_cls__(cls, name, *arguments, **options):
        return Table(f"app_{name}", *arguments, **options)


class Person(Base):
    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
