"""A required column of a subclass is required of every row."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind"}


class Book(Item):
    pages: Mapped[int]
    __mapper_args__ = {"polymorphic_identity": "book"}
