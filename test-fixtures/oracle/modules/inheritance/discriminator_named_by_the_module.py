"""An annotation binds no name in the class body: what stands there is the module's."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

kind = "sort"


class Base(DeclarativeBase):
    pass


class Animal(Base):
    __tablename__ = "animal"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    sort: Mapped[str]
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "animal"}


class Cat(Animal):
    __mapper_args__ = {"polymorphic_identity": "cat"}
