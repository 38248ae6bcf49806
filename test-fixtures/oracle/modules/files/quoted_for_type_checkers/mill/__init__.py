"""An annotation in quotes names what is imported for type checkers: it stays text, which is no collection."""

from . import wheels
from .works import Works
