"""Star imports."""

from sqlalchemy import *
from sqlalchemy.orm import *


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    boss_id = Column(ForeignKey("user.id"))
    boss = relationship("User", remote_side=[id])
