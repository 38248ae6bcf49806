"""What SQLAlchemy says of the models of an installed package: `inspect_package.py MODULE…` prints it as JSON.

Run by the Python that has the package; the modules are imported, unlike anything that the product reads.
"""

from __future__ import annotations

import importlib
import json
import sys

from sqlalchemy.dialects import mssql, mysql, oracle, postgresql  # noqa: F401 - their own tables are no model's
from sqlalchemy.orm import configure_mappers

from failures import describe_failure
from inspect_models import inspect_models
from loading import Loaded, recorded


def main(modules: list[str]) -> None:
    loaded = Loaded()
    with recorded(loaded):
        phase = "import"
        try:
            for name in modules:
                importlib.import_module(name)
            phase = "configuration"
            configure_mappers()
        except Exception as error:
            loaded.failure = describe_failure(phase, error)
    result = json.dumps(inspect_models(loaded), default=str)
    sys.__stdout__.write(result)


if __name__ == "__main__":
    # Some packages print while they are imported.
    sys.stdout = sys.stderr
    main(sys.argv[1:])
