"""A collection may be annotated with SQLAlchemy's own class of dictionaries."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, KeyFuncDict, Mapped, keyfunc_mapping, mapped_column, relationship
from sqlalchemy.orm.collections import MappedCollection, attribute_keyed_dict


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    notes: Mapped[KeyFuncDict[str, "Note"]] = relationship(
        collection_class=keyfunc_mapping(lambda note: note.key), cascade="all, delete-orphan"
    )
    again: Mapped[MappedCollection[str, "Note"]] = relationship(
        collection_class=attribute_keyed_dict("key"), viewonly=True
    )


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    key: Mapped[str]
