"""A class of the project, for which there is no column type."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Money:
    pass


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    x: Mapped[Money]
