from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from garden import Bed, Numbered

__all__ = ["Flower"]


class Flower(Numbered):
    __tablename__ = "flower"
    bed_id: Mapped[int] = mapped_column(ForeignKey("bed.id", ondelete="CASCADE"))
    bed: Mapped[Bed] = relationship(back_populates="flowers")
