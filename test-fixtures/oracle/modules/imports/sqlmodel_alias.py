"""SQLModel's names under other names."""

import sqlmodel as sm
from sqlmodel import Field as SQLField
from sqlmodel import Relationship as Rel
from sqlmodel import SQLModel as Model


class Team(Model, table=True):
    id: int = SQLField(primary_key=True)
    heroes: list["Hero"] = Rel(back_populates="team")


class Hero(sm.SQLModel, table=True):
    id: int = sm.Field(primary_key=True)
    team_id: int = SQLField(foreign_key="team.id")
    team: Team = sm.Relationship(back_populates="heroes")
