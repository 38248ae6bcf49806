from sqlalchemy.orm import Mapped, mapped_column

from .. import base
from ..base import Base


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Guest(base.Base):
    __tablename__ = "guest"
    id: Mapped[int] = mapped_column(primary_key=True)
