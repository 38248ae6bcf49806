"""A package that binds the name of a submodule by importing it from itself, as its other modules do."""

from .order import Order
from . import links

__all__ = ["Order", "links"]
