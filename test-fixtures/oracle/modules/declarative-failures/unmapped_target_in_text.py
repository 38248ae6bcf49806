"""Where annotations are text, SQLAlchemy asks the registry even for a class that the module has at hand."""

from __future__ import annotations

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Profile:
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    profiles: Mapped[list[Profile]] = relationship()
