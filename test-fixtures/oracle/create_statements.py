"""The statements that `metadata.create_all` sends to a new database of each dialect."""

from __future__ import annotations

from typing import Any

from sqlalchemy import MetaData, create_mock_engine
from sqlalchemy import exc as sa_exc

from loading import Loaded

URLS = {
    "sqlite": "sqlite://",
    "postgresql": "postgresql+psycopg2://",
    "mysql": "mysql+pymysql://",
    "mssql": "mssql+pyodbc://",
    "oracle": "oracle+oracledb://",
}


def create_statements(loaded: Loaded) -> dict[str, Any]:
    """For each dialect the statements, or the error that stops them; of tables, mappers that fail make no difference."""
    if loaded.failure is not None and loaded.failure["phase"] == "import":
        return {"failure": loaded.failure, "dialects": {}}
    return {"failure": loaded.failure, "dialects": {name: of_dialect(loaded.metadatas(), name) for name in URLS}}


def of_dialect(metadatas: list[MetaData], name: str) -> dict[str, Any]:
    statements: list[str] = []
    options = {"deprecate_large_types": True} if name == "mssql" else {}
    engine = create_mock_engine(
        URLS[name],
        # Some drivers want a percent sign twice.
        lambda statement, *_, **__: statements.append(
            str(statement.compile(dialect=engine.dialect)).strip().replace("%%", "%")
        ),
        **options,
    )
    if name == "mssql":
        # What a server of today says of itself when one connects to it.
        engine.dialect.server_version_info = (15,)
    # Comments decide nothing, and one server's compiler fails on them without a connection.
    engine.dialect.supports_comments = False
    try:
        for metadata in metadatas:
            metadata.create_all(engine, checkfirst=False)
    except (sa_exc.SQLAlchemyError, NotImplementedError) as error:
        return {"error": f"{type(error).__name__}: {error}", "statements": []}
    return {"error": None, "statements": statements}
