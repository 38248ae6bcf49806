"""A relationship added to a subclass comes after the inherited ones, which decides whether `lazy="raise"` is tripped over."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Page(Base):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[Optional[int]] = mapped_column(ForeignKey("report.id"))
    document_id: Mapped[Optional[int]] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))


class Document(Base):
    __tablename__ = "document"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    cover_id: Mapped[Optional[int]] = mapped_column(ForeignKey("page.id"))
    cover: Mapped[Optional["Page"]] = relationship(foreign_keys="[Document.cover_id]", lazy="raise")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "document"}


class Report(Document):
    __tablename__ = "report"
    id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "report"}


class Letter(Document):
    __tablename__ = "letter"
    id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "letter"}
    pages = relationship("Page", foreign_keys="[Page.document_id]")


Report.pages = relationship("Page", foreign_keys="[Page.report_id]")
