"""Table arguments made of a slice of a mixin's."""

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class HasSlug:
    slug: Mapped[str] = mapped_column(String(60))

    @declared_attr.directive
    def __table_args__(cls):
        return (UniqueConstraint("slug", name=f"uq_{cls.__name__}_slug"), {"comment": "with a slug"})


class Category(HasSlug, Base):
    __tablename__ = "category"
    id: Mapped[int] = mapped_column(primary_key=True)


class Article(HasSlug, Base):
    __tablename__ = "article"
    id: Mapped[int] = mapped_column(primary_key=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))

    @declared_attr.directive
    def __table_args__(cls):
        return HasSlug.__table_args__[:-1] + (Index("ix_article_cat", "category_id", "slug"),)


class Note(HasSlug, Base):
    __tablename__ = "note"
    __table_args__ = (Index("ix_note_slug", "slug"), {"schema": None, "comment": "notes"})
    id: Mapped[int] = mapped_column(primary_key=True)
