"""Both branches say the same."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


FLAG = bool(id(object()))


class Lid(Base):
    __tablename__ = "lid"
    id: Mapped[int] = mapped_column(primary_key=True)


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    lid_id: Mapped[int] = mapped_column(ForeignKey("lid.id", ondelete="CASCADE" if FLAG else "CASCADE"))
