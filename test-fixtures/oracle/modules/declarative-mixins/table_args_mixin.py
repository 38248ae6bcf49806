"""A mixin brings table arguments."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class InApp:
    __table_args__ = {"schema": "app"}


class User(InApp, Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
