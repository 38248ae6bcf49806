from sqlalchemy import Column, ForeignKey
from sqlalchemy import Integer as Number

__all__ = ["Column", "Number", "reference"]


def reference(target):
    return Column(Number, ForeignKey(target, ondelete="CASCADE"), nullable=False)
