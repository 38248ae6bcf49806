"""The base turns camel case into snake case by a regular expression."""

import re

from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Base(DeclarativeBase):
    @declared_attr.directive
    def __tablename__(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class UserProfile(Base):
    id: Mapped[int] = mapped_column(primary_key=True)
