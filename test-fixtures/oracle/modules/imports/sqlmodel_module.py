"""`import sqlmodel`."""

import sqlmodel


class Hero(sqlmodel.SQLModel, table=True):
    id: int | None = sqlmodel.Field(default=None, primary_key=True)
    boss_id: int | None = sqlmodel.Field(default=None, foreign_key="hero.id")
    boss: "Hero" = sqlmodel.Relationship(sa_relationship_kwargs={"remote_side": "Hero.id"})
