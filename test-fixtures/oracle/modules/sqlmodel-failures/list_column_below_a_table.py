"""A class below a table gets no table, but SQLModel makes columns of its fields all the same."""

from typing import List, Optional

from sqlmodel import Field, SQLModel


class Stable(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)


class StableWithHorses(Stable):
    horses: List[str] = []
