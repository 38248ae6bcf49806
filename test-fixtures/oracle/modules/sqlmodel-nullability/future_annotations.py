"""Columns under `from __future__ import annotations` keep their meaning."""

from __future__ import annotations

from typing import Optional

from sqlmodel import Field, SQLModel


class Pot(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    size: int
    height: Optional[int] = None
