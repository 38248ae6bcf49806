"""`type: Mapped[str]` binds no name in the class body: the discriminator is Python's own `type`."""

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Employee(Base):
    __tablename__ = "employee"

    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str]

    __mapper_args__ = {"polymorphic_identity": "employee", "polymorphic_on": type}
