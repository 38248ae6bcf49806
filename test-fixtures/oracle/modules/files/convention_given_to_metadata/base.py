from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    metadata = MetaData()


Base.metadata.naming_convention = {"fk": "fk_%(table_name)s_%(column_0_name)s"}
Base.metadata.schema = "main"
