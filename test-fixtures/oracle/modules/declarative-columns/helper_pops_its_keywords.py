"""A helper may take what is not for the column out of its keywords, in the middle of the call."""

from typing import Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column


class Base(DeclarativeBase):
    pass


def reference(target: str, **options) -> MappedColumn:
    options.setdefault("nullable", False)
    return mapped_column(ForeignKey(target, ondelete=options.pop("ondelete", "CASCADE")), **options)


def optional_reference(target: str, **options) -> MappedColumn:
    if not options.pop("required", False):
        options["nullable"] = True
    key: ForeignKey = ForeignKey(target, name=options.pop("constraint", None))
    return mapped_column(key, **options)


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    manager_id: Mapped[Optional[int]] = reference("user.id", ondelete="SET NULL", nullable=True)
    mentor_id: Mapped[int] = optional_reference("user.id", constraint="fk_mentor")


class Log(Base):
    __tablename__ = "log"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = reference("user.id", index=True)
    editor_id: Mapped[int] = optional_reference("user.id", required=True, constraint="fk_editor")
