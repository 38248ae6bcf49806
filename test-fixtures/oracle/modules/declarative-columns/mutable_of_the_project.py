"""A mutable container of the project around a type of the project, under an annotation that says nothing."""

from typing import Any, Optional

from sqlalchemy import JSON, String, TypeDecorator, UnicodeText
from sqlalchemy.ext.mutable import Mutable, MutableDict
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Settings(Mutable, dict):
    @classmethod
    def coerce(cls, key, value):
        return value if isinstance(value, Settings) else Settings()


class Options(MutableDict):
    pass


class Document(TypeDecorator):
    impl = UnicodeText
    cache_ok = True


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    settings: Mapped[Optional[Any]] = mapped_column("settings", Settings.as_mutable(Document))
    options: Mapped[Any] = mapped_column(type_=Options.as_mutable(JSON))
    name: Mapped[Any] = mapped_column(String(20))
