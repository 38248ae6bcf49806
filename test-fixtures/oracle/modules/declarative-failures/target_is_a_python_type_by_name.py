"""In quotes the name of a type goes to the registry, under the name that the type has for itself."""

from datetime import datetime as moment

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    created: Mapped["moment"] = relationship()
