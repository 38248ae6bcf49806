"""A field's default is not what its column is in a join."""

from typing import Optional

from sqlalchemy import ForeignKeyConstraint, and_
from sqlmodel import Field, Relationship, SQLModel


class Elm(SQLModel, table=True):
    __table_args__ = (ForeignKeyConstraint(["elm_tenant", "elm_id"], ["elm.tenant", "elm.id"]),)
    tenant: int = Field(primary_key=True)
    id: int | None = Field(default=None, primary_key=True)
    elm_tenant: Optional[int] = None
    elm_id: Optional[int] = None
    elm: Optional["Elm"] = Relationship(
        sa_relationship_kwargs={
            "primaryjoin": lambda: and_(Elm.elm_tenant == Elm.tenant, Elm.elm_id == Elm.id),
            "remote_side": "[Elm.tenant, Elm.id]",
        }
    )
