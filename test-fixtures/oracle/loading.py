"""Load model modules from source text, and keep what they define in the order of definition.

The modules never touch the disk: an importer serves them from a mapping of paths to source text, so that a request can
carry a generated project, and a project on disk is simply read first.
"""

from __future__ import annotations

import importlib
import sys
import tokenize
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path, PurePosixPath
from types import ModuleType

from sqlalchemy import MetaData, Table, event
from sqlalchemy import exc as sa_exc
from sqlalchemy.orm import Mapper, configure_mappers

from failures import Failure, describe_failure

ROOTS = ("src", "")


@dataclass
class Loaded:
    """What a project's modules defined, and the failure that stopped them, if any."""

    tables: list[Table] = field(default_factory=list)
    mappers: list[Mapper] = field(default_factory=list)
    warnings: list[Failure] = field(default_factory=list)
    failure: Failure | None = None

    def metadatas(self) -> list[MetaData]:
        """Every `MetaData` that holds a table, in order of its first table."""
        return list({id(table.metadata): table.metadata for table in self.tables}.values())


class SourceImporter(MetaPathFinder, InspectLoader):
    """Imports modules from source text held in memory; folders without `__init__.py` are packages too."""

    def __init__(self, modules: Mapping[str, str], packages: frozenset[str]) -> None:
        self.modules = modules
        self.packages = packages

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self.modules and fullname not in self.packages:
            return None
        return ModuleSpec(fullname, self, is_package=self.is_package(fullname))

    def is_package(self, fullname: str) -> bool:
        return fullname in self.packages

    def get_source(self, fullname: str) -> str:
        return self.modules.get(fullname, "")


def read_folder(folder: Path) -> dict[str, str]:
    """All Python files of a folder as posix path → source text, in the order in which they are imported."""
    files = {}
    for path in sorted(folder.rglob("*.py")):
        with tokenize.open(path) as handle:
            files[path.relative_to(folder).as_posix()] = handle.read()
    return files


def module_name(path: str) -> str:
    """`src/app/models.py` → `app.models`, `app/__init__.py` → `app`."""
    parts = PurePosixPath(path).with_suffix("").parts
    if len(parts) > 1 and parts[0] in ROOTS:
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] == "__init__":
        parts = parts[:-1]
    return ".".join(parts)


def load_project(files: Mapping[str, str]) -> Loaded:
    """Import every module, then configure the mappers; stops at the first failure."""
    modules = {module_name(path): source for path, source in files.items()}
    for name in modules:
        if name in sys.modules:
            raise ValueError(f"{name} would never be loaded: a module of that name is there already")
    importer = SourceImporter(modules, packages_of(files))
    sys.meta_path.insert(0, importer)
    return load_modules(modules)


def load_modules(names: Iterable[str]) -> Loaded:
    """Import the modules of these names, then configure the mappers; stops at the first failure."""
    loaded = Loaded()
    with recorded(loaded):
        phase = "import"
        try:
            for name in names:
                importlib.import_module(name)
            phase = "configuration"
            configure_mappers()
        except Exception as error:
            loaded.failure = describe_failure(phase, error)
    return loaded


def packages_of(files: Mapping[str, str]) -> frozenset[str]:
    """The dotted names of every folder that holds a module, directly or further down."""
    names = set()
    for path in files:
        folder = module_name(path) if path.endswith("__init__.py") else module_name(path).rpartition(".")[0]
        while folder:
            names.add(folder)
            folder = folder.rpartition(".")[0]
    return frozenset(names)


@contextmanager
def recorded(loaded: Loaded) -> Iterator[None]:
    """Listen for new tables and mappers and for SQLAlchemy's warnings while models are loaded."""

    def table_added(table: Table, metadata: MetaData) -> None:
        if isinstance(metadata, MetaData):
            loaded.tables.append(table)

    def mapper_added(mapper: Mapper, class_: type) -> None:
        loaded.mappers.append(mapper)

    event.listen(Table, "after_parent_attach", table_added)
    event.listen(Mapper, "instrument_class", mapper_added)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        finally:
            event.remove(Table, "after_parent_attach", table_added)
            event.remove(Mapper, "instrument_class", mapper_added)
            loaded.warnings = [
                describe_failure("warning", item.message)
                for item in caught
                if isinstance(item.message, sa_exc.SAWarning)
            ]
