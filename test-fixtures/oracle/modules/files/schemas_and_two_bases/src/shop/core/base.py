from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, registry

SCHEMA = "shop"
meta = MetaData(schema=SCHEMA)


class Base(DeclarativeBase):
    __abstract__ = True
    metadata = meta


class OtherBase(DeclarativeBase):
    registry = registry()
