"""Several rows behind a scalar: the first row of the join counts, which need not be the one with the smallest key."""

from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Plant(Base):
    __tablename__ = "plant"
    id: Mapped[int] = mapped_column(primary_key=True)
    label_id: Mapped[Optional[int]] = mapped_column(ForeignKey("label.id"))
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "plant"}


class Tree(Plant):
    __tablename__ = "tree"
    id: Mapped[int] = mapped_column(ForeignKey("plant.id"), primary_key=True)
    tree_label_id: Mapped[Optional[int]] = mapped_column(ForeignKey("label.id"))
    __mapper_args__ = {"polymorphic_identity": "tree"}


class Label(Base):
    __tablename__ = "label"
    id: Mapped[int] = mapped_column(primary_key=True)
    bed_id: Mapped[Optional[int]] = mapped_column(ForeignKey("bed.id", ondelete="CASCADE"))
    plant_id: Mapped[int] = mapped_column(ForeignKey("plant.id", ondelete="SET NULL"))
    trees: Mapped[List["Tree"]] = relationship(foreign_keys="[Tree.tree_label_id]", cascade="all, delete-orphan")


class Oak(Tree):
    beds: Mapped[List["Bed"]] = relationship(foreign_keys="[Bed.oak_id]", cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_identity": "oak"}


class Bed(Base):
    __tablename__ = "bed"
    id: Mapped[int] = mapped_column(primary_key=True)
    oak_id: Mapped[Optional[int]] = mapped_column(ForeignKey("tree.id", ondelete="CASCADE"))
    label: Mapped[Optional["Label"]] = relationship(cascade="delete", lazy="joined")
