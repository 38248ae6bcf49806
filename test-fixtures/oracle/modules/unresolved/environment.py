"""Names that come from the environment."""

import os

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


SCHEMA = os.environ.get("NO_SUCH_VARIABLE_HERE", "app")


class User(Base):
    __tablename__ = "user"
    __table_args__ = {"schema": SCHEMA}
    id: Mapped[int] = mapped_column(primary_key=True)
