"""The condition that joins a subclass's table to its base names a column that is neither its key nor a foreign key."""

from sqlalchemy import Column, ForeignKey, Integer, String, and_
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Paper(Base):
    __tablename__ = "paper"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "paper"}


class Letter(Paper):
    __tablename__ = "letter"
    letter_id = Column("id", Integer, primary_key=True)
    paper_id = Column("paper", Integer)
    stamps = relationship("Stamp", cascade="all, delete-orphan")
    __mapper_args__ = {"inherit_condition": paper_id == Paper.id, "polymorphic_identity": "letter"}


class Stamp(Base):
    __tablename__ = "stamp"
    id = Column(Integer, primary_key=True)
    letter_id = Column(Integer, ForeignKey("letter.id"), nullable=False)


class Reply(Paper):
    """Of its two references to papers, the one that is not its key joins it."""

    __tablename__ = "reply"
    number = Column(Integer, ForeignKey("paper.id"), primary_key=True)
    paper_id = Column(Integer, ForeignKey("paper.id"))
    __mapper_args__ = {"inherit_condition": and_(Paper.id == paper_id), "polymorphic_identity": "reply"}
