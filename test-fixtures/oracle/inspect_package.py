"""What SQLAlchemy says of the models of an installed package, and what it does when their rows are deleted.

`inspect_package.py inspect MODULE…` prints the schema as JSON; `delete` reads runs as JSON from standard input (see
`run_deletes.py`) and prints what is left after each. Run by the Python that has the package: its modules are imported,
unlike anything that the product reads.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from sqlalchemy.dialects import mssql, mysql, oracle, postgresql  # noqa: F401 - their own tables are no model's

from inspect_models import inspect_models
from loading import Loaded, load_modules
from run_deletes import run_deletes


def delete(loaded: Loaded, run: dict[str, Any]) -> dict[str, Any] | None:
    """Null for a class of a module that was not imported."""
    try:
        return run_deletes(loaded, [run])
    except LookupError:
        return None


def main(what: str, *modules: str) -> None:
    loaded = load_modules(modules)
    if what == "inspect":
        result: Any = inspect_models(loaded)
    else:
        result = [delete(loaded, run) for run in json.load(sys.stdin)]
    sys.__stdout__.write(json.dumps(result, default=str))


if __name__ == "__main__":
    # Some packages print while they are imported.
    sys.stdout = sys.stderr
    main(*sys.argv[1:])
