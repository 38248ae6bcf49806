"""An alias that carries a foreign key, shared by classes."""

from typing import Annotated, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


user_key = Annotated[int, mapped_column(ForeignKey("user.id", ondelete="CASCADE"))]


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[user_key]
    editor_id: Mapped[Optional[user_key]]
    critic_id: Mapped[user_key] = mapped_column(nullable=True, index=True)
