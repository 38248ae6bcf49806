import names
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column


class Owned:
    owner_id: Mapped[int | None] = mapped_column(ForeignKey(f"{names.USERS}.id", ondelete=names.ON_DELETE))
