from sqlalchemy.orm import Mapped, mapped_column, relationship

from . import links
from .base import Base


class Order(Base):
    __tablename__ = "order"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list[links.Line]] = relationship(links.Line, back_populates="order", order_by=links.Line.id)
