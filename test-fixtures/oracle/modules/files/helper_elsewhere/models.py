from helpers import reference_field
from sqlmodel import Field, SQLModel


class Team(SQLModel, table=True):
    __tablename__ = "teams"
    id: int = Field(primary_key=True)


class Hero(SQLModel, table=True):
    __tablename__ = "heroes"
    id: int = Field(primary_key=True)
    team_id: int = reference_field(
        source=__tablename__,
        target=Team.__tablename__,
        source_column="team_id",
        target_column="id",
        ondelete="CASCADE",
        nullable=False,
    )
