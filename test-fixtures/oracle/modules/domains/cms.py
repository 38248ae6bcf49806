from datetime import datetime
from typing import Any, Dict, List, Optional
from sqlalchemy import JSON, Boolean, ForeignKey, ForeignKeyConstraint, Integer, String, UniqueConstraint, and_, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, attribute_keyed_dict, declared_attr, mapped_column, relationship, WriteOnlyMapped, DynamicMapped, foreign, remote, aliased


class Base(DeclarativeBase):
    type_annotation_map = {Dict[str, Any]: JSON}

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return cls.__name__.lower()

    id: Mapped[int] = mapped_column(primary_key=True)


class Authored:
    @declared_attr
    def author_id(cls) -> Mapped[Optional[int]]:
        return mapped_column(ForeignKey("author.id"))

    @declared_attr
    def author(cls) -> Mapped[Optional["Author"]]:
        return relationship("Author")


class Author(Base):
    login: Mapped[str] = mapped_column(unique=True)


class Site(Base):
    pages: WriteOnlyMapped["Page"] = relationship(back_populates="site", foreign_keys="Page.site_id", passive_deletes=True, cascade="all, delete-orphan")
    settings: Mapped[Dict[str, "Setting"]] = relationship(collection_class=attribute_keyed_dict("key"), cascade="all, delete-orphan")
    home_id: Mapped[Optional[int]] = mapped_column(ForeignKey("page.id", use_alter=True, name="fk_home"))
    home: Mapped[Optional["Page"]] = relationship(foreign_keys=[home_id], post_update=True)


class Setting(Base):
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    key: Mapped[str]
    value: Mapped[Dict[str, Any]]
    __table_args__ = (UniqueConstraint("site_id", "key"),)


class Page(Authored, Base):
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id", ondelete="CASCADE"))
    site: Mapped["Site"] = relationship(back_populates="pages", foreign_keys=[site_id])
    slug: Mapped[str]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("page.id", ondelete="CASCADE"))
    children: Mapped[List["Page"]] = relationship(back_populates="parent", cascade="all", passive_deletes=True, join_depth=2, lazy="selectin")
    parent: Mapped[Optional["Page"]] = relationship(back_populates="children", remote_side="Page.id")
    versions: Mapped[List["PageVersion"]] = relationship(back_populates="page", cascade="all, delete-orphan", order_by="desc(PageVersion.number)")
    latest: Mapped[Optional["PageVersion"]] = relationship(primaryjoin="and_(Page.id == PageVersion.page_id, PageVersion.is_latest == True)", viewonly=True, uselist=False)
    comments: DynamicMapped["Comment"] = relationship(primaryjoin=lambda: and_(Page.id == foreign(Comment.target_id), Comment.target_type == "page"), cascade="all", overlaps="comments")


class PageVersion(Authored, Base):
    page_id: Mapped[int] = mapped_column(ForeignKey("page.id"))
    number: Mapped[int]
    is_latest: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str]
    page: Mapped["Page"] = relationship(back_populates="versions")
    blocks: Mapped[List["Block"]] = relationship(cascade="all, delete-orphan", lazy="joined", innerjoin=False)
    version_id: Mapped[int] = mapped_column(nullable=False)
    __mapper_args__ = {"version_id_col": version_id}


class Block(Base):
    kind: Mapped[str] = mapped_column(String(10))
    version_id: Mapped[int] = mapped_column(ForeignKey("pageversion.id"))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "block"}


class ImageBlock(Block):
    id: Mapped[int] = mapped_column(ForeignKey("block.id"), primary_key=True)
    image_id: Mapped[Optional[int]] = mapped_column(ForeignKey("image.id"))
    image: Mapped[Optional["Image"]] = relationship(back_populates="used_in")
    __mapper_args__ = {"polymorphic_identity": "image"}


class QuoteBlock(Block):
    __tablename__ = None
    source: Mapped[Optional[str]]
    __mapper_args__ = {"polymorphic_identity": "quote"}


class Image(Authored, Base):
    used_in: Mapped[List["ImageBlock"]] = relationship(back_populates="image")
    comments: DynamicMapped["Comment"] = relationship(primaryjoin=lambda: and_(Image.id == foreign(Comment.target_id), Comment.target_type == "image"), overlaps="comments", viewonly=True)


class Comment(Authored, Base):
    target_type: Mapped[str] = mapped_column(String(10))
    target_id: Mapped[int]
    reply_to_id: Mapped[Optional[int]] = mapped_column(ForeignKey("comment.id"))
    replies: Mapped[List["Comment"]] = relationship(cascade="all, delete-orphan", single_parent=True)
