"""The table of a base references that of its subclass, which references it: two ways to join them."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Document(Base):
    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey("contract.id", use_alter=True))


class Contract(Document):
    __tablename__ = "contract"

    id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
