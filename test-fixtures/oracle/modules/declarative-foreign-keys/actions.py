"""Every option of `ForeignKey`."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[int] = mapped_column(ForeignKey("user.id"))
    b: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="CASCADE", onupdate="cascade"))
    c: Mapped[int] = mapped_column(ForeignKey("user.id", name="fk_c", use_alter=True))
    d: Mapped[int] = mapped_column(ForeignKey("user.id", deferrable=True, initially="DEFERRED"))
    e: Mapped[int] = mapped_column(ForeignKey("user.id", deferrable=False))
    f: Mapped[int] = mapped_column(ForeignKey("user.id", None, False, "fk_f"))
