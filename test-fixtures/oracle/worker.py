"""A long-lived process that answers one JSON request per line, each in a fork of its own.

The parent imports SQLAlchemy and SQLModel once; a fork starts from there, defines the request's models in registries
that nobody else sees, writes its answer to a pipe and ends. Requests:

    {"id": 1, "kind": "inspect", "files": {"models.py": "..."}}
    {"id": 2, "kind": "inspect", "folder": "/path/to/project"}
    {"id": 3, "kind": "delete", "files": {...},
     "runs": [{"model": "models:User", "victim": {...}, "before": {...}, "foreignKeys": true}]}

Answers: `{"id": 1, "result": ...}`, or `{"id": 1, "crash": "..."}` for a mistake in the oracle itself.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Imported once, so that forks find them loaded, and the tables that dialects define for themselves are no model's.
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql  # noqa: F401
from sqlalchemy.orm import clear_mappers

from create_statements import create_statements
from inspect_models import inspect_models
from loading import load_project, read_folder
from run_deletes import run_deletes, unfinished

with contextlib.suppress(ImportError):
    import sqlmodel  # noqa: F401

SECONDS_PER_REQUEST = 120

Answer = Callable[[dict[str, Any]], Any]


WARM_UP = """
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

class Parent(Base):
    __tablename__ = "parent"
    id = Column(Integer, primary_key=True)
    children = relationship("Child", back_populates="parent")

class Child(Base):
    __tablename__ = "child"
    id = Column(Integer, primary_key=True)
    parent_id = Column(Integer, ForeignKey("parent.id"))
    parent = relationship("Parent", back_populates="children")
"""


def warm_up() -> None:
    """Answer one request in the parent, so that forks find SQLAlchemy's lazily made parts in place."""
    loaded = load_project({"warm_up.py": WARM_UP})
    inspect_models(loaded)
    before = {"parent": [{"id": 1}], "child": [{"id": 1, "parent_id": 1}]}
    run_deletes(loaded, [{"model": "warm_up:Parent", "victim": {"id": 1}, "before": before, "foreignKeys": True}])
    clear_mappers()


def answer(request: dict[str, Any]) -> Any:
    """The result of one request, computed in the current process."""
    files = request["files"] if "files" in request else read_folder(Path(request["folder"]))
    loaded = load_project(files)
    if request["kind"] == "inspect":
        return inspect_models(loaded)
    if request["kind"] == "create":
        return create_statements(loaded)
    return run_deletes(loaded, request["runs"])


def answer_in_fork(request: dict[str, Any], answer: Answer) -> str:
    """One line of JSON: the answer, or the trace of what went wrong in the oracle."""
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiver)
        run_child(request, sender, answer)
    os.close(sender)
    with os.fdopen(receiver, "rb") as pipe:
        line = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if not line and status == signal.SIGALRM and request.get("kind") == "delete":
        return json.dumps({"id": request["id"], "result": unfinished(request["runs"])})
    return line or json.dumps({"id": request["id"], "crash": f"the process ended with status {status}"})


def run_child(request: dict[str, Any], sender: int, answer: Answer) -> None:
    """Answer into the pipe and end the process. Models that print must not disturb the protocol."""
    gc.disable()
    signal.alarm(SECONDS_PER_REQUEST)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    try:
        text = json.dumps({"id": request["id"], "result": answer(request)})
    except BaseException:
        text = json.dumps({"id": request["id"], "crash": traceback.format_exc()})
    with os.fdopen(sender, "wb") as pipe:
        pipe.write(text.encode())
    os._exit(0)


def serve(answer: Answer) -> None:
    """Answer every line of standard input."""
    gc.freeze()
    home = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        # Whatever models write when they are imported, it is not into the project.
        os.chdir(folder)
        for line in sys.stdin:
            sys.stdout.write(answer_in_fork(json.loads(line), answer) + "\n")
            sys.stdout.flush()
        os.chdir(home)


def main() -> None:
    warm_up()
    serve(answer)


if __name__ == "__main__":
    main()
