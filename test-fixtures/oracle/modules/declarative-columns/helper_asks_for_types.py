"""A helper that asks what it was given: a class or a name, and whether an option is among its keywords."""

from typing import Optional, Union

from sqlalchemy import ForeignKey, Integer, literal_column
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


def reference(to: Union[type, str], *, action: Optional[str] = "CASCADE", optional: bool = False, **options):
    target = to if isinstance(to, (str, bytes)) else f"{to.__tablename__}.id"
    if optional and action in ("CASCADE", None):
        action = "SET NULL"
    arguments = [ForeignKey(target, ondelete=action)]
    if "kind" in options:
        arguments.insert(0, options.pop("kind"))
    if "index" not in options:
        options["index"] = to is not None
    return mapped_column(*arguments, nullable=optional, **options)


class Kiln(Base):
    __tablename__ = "kiln"
    id: Mapped[int] = mapped_column(primary_key=True)
    heat: Mapped[int] = mapped_column(server_default=literal_column("20"))


class Brick(Base):
    __tablename__ = "brick"
    id: Mapped[int] = mapped_column(primary_key=True)
    kiln_id: Mapped[int] = reference(Kiln)
    spare_id: Mapped[Optional[int]] = reference("kiln.id", optional=True, index=False)
    under_id: Mapped[Optional[int]] = reference("brick.id", action="RESTRICT", optional=True, kind=Integer, unique=True)
