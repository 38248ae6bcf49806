"""Lists, sets, dictionaries, quoted as a whole or in part."""

from typing import Dict, List, Set

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, attribute_keyed_dict, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[list["Post"]] = relationship(viewonly=True)
    b: Mapped[Set["Post"]] = relationship(viewonly=True)
    c: Mapped[set["Post"]] = relationship(viewonly=True)
    d: Mapped[Dict[str, "Post"]] = relationship(collection_class=attribute_keyed_dict("title"), viewonly=True)
    e: "Mapped[List[Post]]" = relationship(viewonly=True)
    f = relationship("Post", collection_class=set, viewonly=True)


class Post(Base):
    __tablename__ = "post"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
