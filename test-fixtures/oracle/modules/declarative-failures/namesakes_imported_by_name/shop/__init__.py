"""An import chooses no class for an annotation in quotes: the registry knows two of the name."""

from . import orders, stock, users
