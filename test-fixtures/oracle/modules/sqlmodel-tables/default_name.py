"""The default table name is the class name in lower case, without underscores."""

from sqlmodel import Field, SQLModel


class HeroTeamLink(SQLModel, table=True):
    id: int = Field(primary_key=True)


class URLItem2(SQLModel, table=True):
    id: int = Field(primary_key=True)
