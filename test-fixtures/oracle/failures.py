"""Exceptions and warnings as plain data that does not change from run to run."""

from __future__ import annotations

import re
from typing import TypedDict

from sqlalchemy import exc as sa_exc

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
BACKGROUND = re.compile(r"\s*\(Background on this (?:error|warning) at: \S+\)$")
FURTHER = re.compile(r"\s*For further information visit https://errors\.pydantic\.dev/\S+$")
CYCLE = re.compile(r"(Circular dependency detected\.) .*", re.DOTALL)


class Failure(TypedDict):
    """`phase` says when it shows: import, configuration, ddl, delete or warning."""

    phase: str
    exception: str
    message: str


def describe_failure(phase: str, error: BaseException) -> Failure:
    """The exception's class and its text: the database's own text for a failed statement, never an object address."""
    return {"phase": phase, "exception": type(error).__name__, "message": message_of(error)}


def message_of(error: BaseException) -> str:
    """The text of an exception, without addresses, links and the part of a cycle's text that depends on hashing."""
    if isinstance(error, sa_exc.StatementError) and error.orig is not None:
        return BACKGROUND.sub("", str(error.orig))
    if isinstance(error, RecursionError):
        # Where the stack happens to end is a matter of chance.
        return "maximum recursion depth exceeded"
    text = str(error)
    text = FURTHER.sub("", BACKGROUND.sub("", text))
    text = ADDRESS.sub("", text)
    return CYCLE.sub(r"\1", text)
