"""A bare annotation is refused."""

from sqlalchemy.orm import DeclarativeBase, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: int = mapped_column(primary_key=True)
