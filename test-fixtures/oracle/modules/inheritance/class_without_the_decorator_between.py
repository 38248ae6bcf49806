"""A class that nobody maps, between two that a decorator maps, is a mixin for the lower one."""

from sqlalchemy.orm import Mapped, mapped_column, registry

mappers = registry()


@mappers.mapped
class Account:
    __tablename__ = "account"
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "account"}

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str | None]


class Limited(Account):
    limit: Mapped[int | None]


@mappers.mapped
class Savings(Limited):
    __mapper_args__ = {"polymorphic_identity": "savings"}

    rate: Mapped[float | None]
