"""A field without a default after one with a default: the constructor could not be called by position."""

from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


class Base(MappedAsDataclass, DeclarativeBase):
    type_annotation_map = {}


class Team(Base):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(init=False, primary_key=True)
    city: Mapped[str | None] = mapped_column(default=None)
    name: Mapped[str]
