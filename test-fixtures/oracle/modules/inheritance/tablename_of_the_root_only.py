"""A base that names tables of roots only, mixins, annotations that are let pass."""

from typing import Optional
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship, declarative_mixin, has_inherited_table


class Base(DeclarativeBase):
    __abstract__ = True
    __allow_unmapped__ = True

    @declared_attr
    def __tablename__(cls):
        if has_inherited_table(cls):
            return None
        return cls.__name__.lower()

    id = Column(Integer, primary_key=True)


@declarative_mixin
class RefTargetMixin:
    @declared_attr
    def target_id(cls):
        return Column("target_id", ForeignKey("target.id"))

    @declared_attr
    def target(cls):
        return relationship("Target", primaryjoin=lambda: Target.id == cls.target_id)


class Target(Base):
    name: str = Column(String)


class Foo(RefTargetMixin, Base):
    x: Optional[int] = mapped_column(Integer)
    kind = Column(String(5), default="foo")
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "foo"}


class Bar(Foo):
    bar_only = Column(Integer)
    target2_id = Column(ForeignKey(Target.id, ondelete="CASCADE"))
    target2 = relationship(Target, foreign_keys=[target2_id], backref="bars")
    __mapper_args__ = {"polymorphic_identity": "bar"}
