from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table
from sqlalchemy.orm import declarative_base, relationship

LEGACY = False
AUDITED = not LEGACY

metadata = MetaData()
Base = declarative_base(metadata=metadata)


class User(Base):
    __tablename__ = "user"

    id = Column(Integer, primary_key=True)


if LEGACY:
    Table("old_user", metadata, Column("id", Integer, primary_key=True))
    User.legacy = Column(Boolean)

if AUDITED:

    class Entry(Base):
        __tablename__ = "entry"

        id = Column(Integer, primary_key=True)
        user_id = Column(ForeignKey("user.id", ondelete="CASCADE"))

    User.entries = relationship(Entry, passive_deletes="all")
