"""`id` is only annotated, so that the list holds Python's own function of that name."""

from typing import Annotated, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

key = Annotated[int, mapped_column(primary_key=True)]


class Base(DeclarativeBase):
    pass


class Branch(Base):
    __tablename__ = "branch"
    id: Mapped[key]
    grows_from: Mapped[Optional[int]] = mapped_column(ForeignKey("branch.id"))
    parent: Mapped[Optional["Branch"]] = relationship(remote_side=[id])
