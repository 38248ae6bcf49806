"""Sensors and their many readings, which the database removes with the sensor."""

from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Sensor(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    place: str

    readings: List["Reading"] = Relationship(
        back_populates="sensor",
        sa_relationship_kwargs={"cascade": "all, delete-orphan", "passive_deletes": True},
    )


class Reading(SQLModel, table=True):
    id: int = Field(default=None, primary_key=True)
    value: float
    sensor_id: int = Field(foreign_key="sensor.id", ondelete="CASCADE")

    sensor: Optional[Sensor] = Relationship(back_populates="readings")
