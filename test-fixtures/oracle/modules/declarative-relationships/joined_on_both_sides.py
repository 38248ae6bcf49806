"""A row that refers to itself is reached again through the joins of its own query, deeper than where they start from it."""

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Folder(Base):
    __tablename__ = "folder"

    id: Mapped[int] = mapped_column(primary_key=True)
    above_id: Mapped[int] = mapped_column(ForeignKey("folder.id"))
    above: Mapped["Folder"] = relationship(
        remote_side=[id],
        lazy="joined",
        join_depth=3,
        innerjoin=True,
        backref=backref("below", lazy="joined", join_depth=2, cascade="save-update, delete", passive_deletes=True),
    )

    __table_args__ = (CheckConstraint("above_id > 0"),)
