"""Properties, hybrids, expressions, proxies: no columns."""

from typing import ClassVar

from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column, synonym, validates


class Base(DeclarativeBase):
    pass


class Pot(Base):
    __tablename__ = "pot"
    id: Mapped[int] = mapped_column(primary_key=True)
    size: Mapped[int] = mapped_column()
    limit: ClassVar[int] = 5
    other = synonym("size")
    double = column_property(size.column * 2)

    @hybrid_property
    def half(self):
        return self.size / 2

    @property
    def label(self) -> str:
        return f"pot {self.id}"

    @validates("size")
    def check_size(self, key, value):
        return value
