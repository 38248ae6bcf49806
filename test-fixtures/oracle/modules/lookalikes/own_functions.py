"""Functions of the project's own that are named like SQLModel's."""


class SQLModel:
    def __init_subclass__(cls, table=False):
        pass


def Field(**kwargs):
    return kwargs


def Relationship(**kwargs):
    return kwargs


class Hero(SQLModel, table=True):
    id = Field(primary_key=True)
    team_id = Field(foreign_key="team.id", ondelete="BOGUS")
    team = Relationship(back_populates="nothing")
