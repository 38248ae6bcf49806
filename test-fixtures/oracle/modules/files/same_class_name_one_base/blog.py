from base import Base
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import relationship


class Entry(Base):
    __tablename__ = "blog_entry"
    id = Column(Integer, primary_key=True)


class Remark(Base):
    __tablename__ = "blog_remark"
    id = Column(Integer, primary_key=True)
    entry_id = Column(ForeignKey("blog_entry.id"))
    entry = relationship("blog.Entry")
