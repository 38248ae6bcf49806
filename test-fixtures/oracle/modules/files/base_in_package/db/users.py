"""Users."""

from sqlalchemy import Column, Integer
from sqlalchemy.orm import relationship

from db import Base


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    posts = relationship("Post", back_populates="user")
