from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Balancer(Base):
    __tablename__ = "balancer"

    id = Column(Integer, primary_key=True)
    name = Column(String(30), CheckConstraint("name <> ''"))
    addresses = relationship("Address", cascade="all, delete-orphan")


class Address(Base):
    __tablename__ = "address"
    __table_args__ = (PrimaryKeyConstraint("balancer_id", "subnet_id"),)

    balancer_id = Column(ForeignKey("balancer.id"))
    subnet_id = Column(String(36), nullable=True)
