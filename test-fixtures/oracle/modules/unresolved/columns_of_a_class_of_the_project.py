"""A Column and a Table whose classes change the arguments."""

from sqlalchemy import Column, Integer, String, Table
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Required(Column):
    inherit_cache = True

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("nullable", False)
        super().__init__(*args, **kwargs)


class Account(Base):
    __tablename__ = "account"

    id = Column(Integer, primary_key=True)
    name = Required(String(40))


class Shared(Table):
    def __init__(self, name, *args, **kwargs):
        super().__init__(f"shared_{name}", *args, **kwargs)


tag = Shared("tag", Base.metadata, Column("id", Integer, primary_key=True))
