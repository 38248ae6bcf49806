"""Names bound again by an assignment."""

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

Column = sa.Column
reference = sa.ForeignKey


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(sa.Integer, primary_key=True)
    boss_id = Column(reference("user.id"))
