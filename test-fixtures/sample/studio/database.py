"""The database connection. SQLite enforces foreign keys only where each connection asks for it."""

from collections.abc import Iterator

from sqlalchemy import event
from sqlmodel import Session, SQLModel, create_engine

from studio import models  # noqa: F401 - so that every table is known

engine = create_engine("sqlite:///studio.db")


@event.listens_for(engine, "connect")
def enforce_foreign_keys(connection, _record) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def create_tables() -> None:
    SQLModel.metadata.create_all(engine)


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session
