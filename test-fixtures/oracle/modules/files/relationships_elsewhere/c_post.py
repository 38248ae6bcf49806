from a_base import Base
from sqlalchemy import Column, ForeignKey, Integer


class Post(Base):
    __tablename__ = "post"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))
