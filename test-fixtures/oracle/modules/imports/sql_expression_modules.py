"""Names from the modules where they live."""

from sqlalchemy.orm.decl_api import DeclarativeBase
from sqlalchemy.orm.relationships import RelationshipProperty
from sqlalchemy.schema import Column, ForeignKey
from sqlalchemy.sql.schema import UniqueConstraint
from sqlalchemy.sql.sqltypes import String
from sqlalchemy.types import Integer


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    __table_args__ = (UniqueConstraint("name"),)
    id = Column(Integer, primary_key=True)
    name = Column(String(8))
    boss_id = Column(ForeignKey("user.id"))
