import sqlalchemy as _sa
import sqlalchemy.orm as _orm

__all__ = ("Base", "sa", "orm", "fk")
sa = _sa
orm = _orm


class Base(orm.DeclarativeBase):
    pass


def fk(cls_name, **kwargs):
    return orm.mapped_column(sa.ForeignKey(f"{cls_name.lower()}s.id", **kwargs))
