"""`use_existing_column` and `deferred` inside `Annotated[...]` count as if the attribute said them."""

from typing import Annotated

from sqlalchemy import String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Label = Annotated[str, mapped_column(String(20), use_existing_column=True)]
Body = Annotated[str, mapped_column(Text, deferred=True)]


class Base(DeclarativeBase):
    pass


class Item(Base):
    __tablename__ = "item"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "item"}

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    body: Mapped[Body]
    abstract: Mapped[Body] = mapped_column(deferred=False)


class Book(Item):
    __mapper_args__ = {"polymorphic_identity": "book"}

    label: Mapped[Label] = mapped_column(nullable=True)


class Disc(Item):
    __mapper_args__ = {"polymorphic_identity": "disc"}

    label: Mapped[Label] = mapped_column(nullable=True)
