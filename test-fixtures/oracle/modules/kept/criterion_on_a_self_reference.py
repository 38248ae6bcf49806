"""A criterion in the join of a self-reference: it is about the parent's row, unless the column is marked as remote."""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Folder(Base):
    __tablename__ = "folder"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("folder.id", ondelete="CASCADE"))
    folders: Mapped[List["Folder"]] = relationship(
        primaryjoin="and_(Folder.parent_id == Folder.id, Folder.state == 'open')"
    )


class Page(Base):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("page.id", ondelete="CASCADE"))
    pages: Mapped[List["Page"]] = relationship(
        primaryjoin="and_(remote(Page.parent_id) == Page.id, remote(Page.state) == 'open')"
    )
