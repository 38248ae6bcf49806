"""The target of a foreign key may be put together from what the other table is called."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    __table_args__ = {"schema": "main"}
    id: Mapped[int] = mapped_column(primary_key=True)


class Post(Base):
    __tablename__ = User.__table__.name + "_post"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey(User.__table__.fullname + ".id", ondelete="CASCADE"))
    editor_id: Mapped[int] = mapped_column(ForeignKey(f"{User.__table__.schema}.{User.__table__.name}.id"))
    reader_id: Mapped[int] = mapped_column(ForeignKey(f"{User.__table__}.id"))
