"""Names may be kept by an object that has them from its class."""

from dataclasses import dataclass

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


@dataclass(frozen=True)
class Names:
    schema: str = "main"
    prefix: str = "app_"
    action = "CASCADE"


class MoreNames(Names):
    suffix = "s"


names = MoreNames()


class Base(DeclarativeBase):
    __table_args__ = {"schema": names.schema}


class User(Base):
    __tablename__ = f"{names.prefix}user{names.suffix}"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Base):
    __tablename__ = names.prefix + "posts"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(f"{names.schema}.{names.prefix}users.id", ondelete=names.action))
