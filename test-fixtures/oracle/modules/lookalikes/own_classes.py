"""Classes of the project's own that are named like SQLAlchemy's."""

from sqlalchemy import Integer


class Column:
    def __init__(self, *args, **kwargs):
        pass


class ForeignKey(Column):
    pass


class Base:
    pass


class User(Base):
    __tablename__ = "user"
    id = Column("Integer", primary_key=True)
    team_id = Column(ForeignKey("team.id"))
