"""Posts."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import relationship

from . import Base
from .users import User


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey(User.id, ondelete="CASCADE"))
    user = relationship(User, back_populates="posts")
