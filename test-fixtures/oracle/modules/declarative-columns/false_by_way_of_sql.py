from sqlalchemy import Boolean, Column, Integer, sql
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Image(Base):
    __tablename__ = "image"

    id = Column(Integer, primary_key=True)
    protected = Column(Boolean, nullable=False, server_default=sql.expression.false())
    hidden = Column(Boolean, nullable=False, server_default=sql.true())
    made = Column(sql.sqltypes.DateTime)
