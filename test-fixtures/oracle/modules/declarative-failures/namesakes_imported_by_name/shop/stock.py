from sqlalchemy.orm import Mapped, mapped_column

from .base import Base


class Item(Base):
    __tablename__ = "stock_item"
    id: Mapped[int] = mapped_column(primary_key=True)
