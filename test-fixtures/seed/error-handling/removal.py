"""Turns the database's refusal into an answer for people. Which class is deleted cannot be known here."""

from sqlalchemy.exc import IntegrityError


def remove_or_explain(record_id: int, session) -> None:
    try:
        record = session.get(Record, record_id)  # noqa: F821 - whoever copies this brings the class
        session.delete(record)
        session.commit()
    except IntegrityError as error:
        session.rollback()
        if "foreign key constraint" in str(error).lower():
            raise ValueError("this record is still in use") from error
        raise
