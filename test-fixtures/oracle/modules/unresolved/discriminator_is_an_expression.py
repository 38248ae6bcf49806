"""Which class a row is of is only known once the database has evaluated the expression."""

from sqlalchemy import Column, Integer, String, case
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class Employee(Base):
    __tablename__ = "employee"
    id = Column(Integer, primary_key=True)
    grade = Column(String(1), nullable=False)
    __mapper_args__ = {
        "polymorphic_on": case((grade == "M", "manager"), else_="employee"),
        "polymorphic_identity": "employee",
    }


class Manager(Employee):
    __mapper_args__ = {"polymorphic_identity": "manager"}
