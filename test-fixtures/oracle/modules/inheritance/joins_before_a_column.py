"""
The join of a joined class does not know of foreign keys that classes beside it put into the first table later, so that they are no
second path to it; it knows of those that were there before, and of those that are put into its own.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Shape(Base):
    __tablename__ = "shape"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "shape"}


class Circle(Shape):
    __tablename__ = "circle"
    id = Column(ForeignKey("shape.id"), primary_key=True)
    board_id = Column(ForeignKey("board.id"))
    __mapper_args__ = {"polymorphic_identity": "circle"}


class Disc(Circle):
    __tablename__ = "disc"
    id = Column(ForeignKey("circle.id"), primary_key=True)
    disc_board_id = Column(ForeignKey("board.id"))
    __mapper_args__ = {"polymorphic_identity": "disc"}


class Square(Shape):
    square_board_id = Column(ForeignKey("board.id"))
    __mapper_args__ = {"polymorphic_identity": "square"}


class Board(Base):
    __tablename__ = "board"
    id = Column(Integer, primary_key=True)
    circles = relationship(Circle, cascade="all")
    discs = relationship(Disc, foreign_keys="Disc.disc_board_id", cascade="all")
    squares = relationship(Square, foreign_keys="Square.square_board_id")
    rhombs = relationship("Rhomb", primaryjoin="Board.id == Rhomb.rhomb_board_id", viewonly=True)


class Rhomb(Shape):
    __mapper_args__ = {"polymorphic_identity": "rhomb"}


Rhomb.rhomb_board_id = Column(ForeignKey("board.id"))
