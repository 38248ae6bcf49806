from sqlalchemy.orm import Mapped, relationship

from . import Numbered


class Bed(Numbered):
    __tablename__ = "bed"
    flowers: Mapped[list["Flower"]] = relationship(back_populates="bed", cascade="all, delete-orphan")
