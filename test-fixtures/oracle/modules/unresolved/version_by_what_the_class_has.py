"""Which column counts the versions is for a function to say that only running it could follow."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Versioned(Base):
    __abstract__ = True
    revision: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls):
        return {"version_id_col": cls.__table__.c.revision if hasattr(cls, "__table__") else cls.revision}


class Page(Versioned):
    __tablename__ = "page"
    id: Mapped[int] = mapped_column(primary_key=True)
    blocks: Mapped[list["Block"]] = relationship(back_populates="page")


class Block(Versioned):
    __tablename__ = "block"
    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int | None] = mapped_column(ForeignKey("page.id"))
    page: Mapped[Page | None] = relationship(back_populates="blocks")
