"""A type of the project chooses its length in its own __init__."""

from sqlalchemy import String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Code(TypeDecorator):
    impl = String
    cache_ok = True

    def __init__(self, length=20):
        super().__init__(length)


class Base(DeclarativeBase):
    pass


class Country(Base):
    __tablename__ = "country"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Code())
