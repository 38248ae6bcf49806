"""A mixin of a dataclass mapping."""

from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Keyed(MappedAsDataclass):
    id: Mapped[int] = mapped_column(primary_key=True, init=False)


class User(Keyed, Base):
    __tablename__ = "user"
    name: Mapped[str]
