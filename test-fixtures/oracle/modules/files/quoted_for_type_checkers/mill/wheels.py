from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import relationship

from .base import Base
from .works import Works


class Wheel(Base):
    __tablename__ = "wheel"
    id = Column(Integer, primary_key=True)
    works_id = Column(ForeignKey(Works.id, ondelete="SET NULL"))
    works: "Works" = relationship("Works", back_populates="wheels")
