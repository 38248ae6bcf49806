"""
Classes without an identity beside some that have one: their rows are stored with NULL for a discriminator, or with whatever has
been put there, and no query makes objects of them.
"""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Company(Base):
    __tablename__ = "company"
    id = Column(Integer, primary_key=True)
    employees = relationship("Employee", cascade="all, delete-orphan", back_populates="company")
    managers = relationship("Manager", viewonly=True)


class Employee(Base):
    __tablename__ = "employee"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20))
    company_id = Column(ForeignKey("company.id"))
    company = relationship("Company", back_populates="employees")
    __mapper_args__ = {"polymorphic_on": kind}


class Manager(Employee):
    level = Column(Integer)


class Engineer(Employee):
    __tablename__ = "engineer"
    id = Column(ForeignKey("employee.id"), primary_key=True)
    tools = relationship("Tool", cascade="all")
    __mapper_args__ = {"polymorphic_identity": "engineer"}


class Senior(Engineer):
    rank = Column(Integer)


class Intern(Employee):
    __tablename__ = "intern"
    id = Column(ForeignKey("employee.id"), primary_key=True)


class Tool(Base):
    __tablename__ = "tool"
    id = Column(Integer, primary_key=True)
    engineer_id = Column(ForeignKey("engineer.id"))


class Shape(Base):
    __tablename__ = "shape"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "shape"}


class Circle(Shape):
    __tablename__ = "circle"
    id = Column(ForeignKey("shape.id"), primary_key=True)


class Square(Shape):
    pass


class Loose(Base):
    __tablename__ = "loose"
    id = Column(Integer, primary_key=True)
    kind = Column(String(20), nullable=False)
    __mapper_args__ = {"polymorphic_on": kind}
