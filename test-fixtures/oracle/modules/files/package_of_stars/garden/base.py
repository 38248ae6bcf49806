from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Numbered(Base):
    __abstract__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
