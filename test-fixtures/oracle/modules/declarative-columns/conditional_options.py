"""Both branches make the same kind of column, and differ in what is not recorded."""

from typing import Annotated

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


FLAG = bool(id(object()))

Key = Annotated[
    int,
    mapped_column(BigInteger, primary_key=True, autoincrement=True)
    if FLAG
    else mapped_column(BigInteger, primary_key=True, default=lambda: 1, comment="made here"),
]


def reference(target: str):
    if FLAG:
        return mapped_column(ForeignKey(target, ondelete="CASCADE"), doc="followed")
    return mapped_column(ForeignKey(target, ondelete="CASCADE"))


class Lid(Base):
    __tablename__ = "lid"
    id: Mapped[Key] = mapped_column()


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[Key]
    lid_id: Mapped[int] = reference("lid.id")
