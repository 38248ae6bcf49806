import datetime as dt

from .db import orm, sa


class Stamped:
    created: orm.Mapped[dt.datetime] = orm.mapped_column(server_default=sa.func.now(), sort_order=999)

    @orm.declared_attr
    def changed_by_id(cls) -> orm.Mapped[int | None]:
        return orm.mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL", use_alter=True, name=f"fk_{cls.__tablename__}_changed_by"))
