"""A mixin that asks its class for more arguments by name, and does with what it finds."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    pass


class Tenanted:
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int]

    @declared_attr.directive
    def __tablename__(cls) -> str:
        return getattr(cls, "_prefix", "all") + "_" + cls.__name__.lower()

    @declared_attr.directive
    def __table_args__(cls):
        return (Index(None, "tenant"), *getattr(cls, "_further", ()), {"comment": getattr(cls, "_comment", None)})


class Herd(Tenanted, Base):
    _further = (UniqueConstraint("tenant", "id"),)


class Cow(Tenanted, Base):
    _prefix = "one"
    herd_id: Mapped[int] = mapped_column(ForeignKey("all_herd.id", ondelete="CASCADE" if hasattr(Herd, "_further") else None))
