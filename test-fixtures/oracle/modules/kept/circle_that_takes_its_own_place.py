"""Each row of the circle shares its tenant with the row that it refers to, whose place in the index it would take."""

from typing import List, Optional

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Shop(Base):
    __tablename__ = "shop"
    id: Mapped[int] = mapped_column(primary_key=True)
    articles: Mapped[List["Article"]] = relationship(cascade="delete", passive_deletes=True)


class Article(Base):
    __tablename__ = "article"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "part_of"], ["article.tenant", "article.id"], ondelete="CASCADE"),
        Index("one_of_a_shop", "shop_id", "tenant", unique=True, sqlite_where=text("shop_id IS NOT NULL")),
    )
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[Optional[int]] = mapped_column(ForeignKey("shop.id", ondelete="SET NULL"))
    part_of: Mapped[Optional[int]]
    parts: Mapped[List["Article"]] = relationship(back_populates="whole", cascade="all, delete", passive_deletes=True)
    whole: Mapped[Optional["Article"]] = relationship(back_populates="parts", remote_side="[Article.tenant, Article.id]")
