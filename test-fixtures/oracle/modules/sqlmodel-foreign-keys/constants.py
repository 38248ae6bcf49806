"""The target and the action are constants."""

from sqlmodel import Field, SQLModel

TEAM_ID = "team.id"
GONE = "CASCADE"
TEAM = "team"


class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    a: int = Field(foreign_key=TEAM_ID, ondelete=GONE)
    b: int = Field(foreign_key=f"{TEAM}.id")
    c: int = Field(foreign_key=TEAM + ".id")
    d: int = Field(foreign_key="%s.id" % TEAM)
    e: int = Field(foreign_key="{}.id".format(TEAM))
