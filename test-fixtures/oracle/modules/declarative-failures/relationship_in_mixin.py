"""A relationship in a mixin must be a method."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Owned:
    owner = relationship("User")


class Post(Owned, Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
