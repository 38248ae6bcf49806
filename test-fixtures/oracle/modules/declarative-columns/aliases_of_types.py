"""Aliases with a column, of an optional, in a type_annotation_map inside Optional."""

from typing import Annotated, List, Optional, TypeAlias, Union
import uuid

from sqlalchemy import ForeignKey, String, Uuid, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

str50: TypeAlias = Annotated[str, 50]
uuid_pk = Annotated[uuid.UUID, mapped_column(Uuid, primary_key=True, default=uuid.uuid4)]
required_name = Annotated[str, mapped_column(String(30), nullable=False)]
opt_user_fk = Annotated[Optional[uuid.UUID], mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)]
MaybeStr = Optional[str]
MaybeInt = Union[int, None]
Numbers: TypeAlias = "int | None"


class Base(DeclarativeBase):
    type_annotation_map = {str50: String(50)}


class User(Base):
    __tablename__ = "users"
    id: Mapped[uuid_pk]
    name: Mapped[required_name]
    nick: Mapped[str50]
    title: Mapped[Optional[str50]]
    bio: Mapped[MaybeStr]
    age: Mapped[MaybeInt]
    manager_id: Mapped[opt_user_fk]
    manager: Mapped[Optional["User"]] = relationship(remote_side="User.id", back_populates="reports")
    reports: Mapped[List["User"]] = relationship(back_populates="manager")


class Badge(Base):
    __tablename__ = "badges"
    id: Mapped[uuid_pk]
    owner_id: Mapped[opt_user_fk] = mapped_column(nullable=False)
    issuer_id: Mapped[Annotated[Optional[uuid.UUID], mapped_column(ForeignKey(User.id))]]
    owner: Mapped[User] = relationship(foreign_keys=[owner_id])
    issuer: Mapped[Union[User, None]] = relationship(foreign_keys="Badge.issuer_id")
