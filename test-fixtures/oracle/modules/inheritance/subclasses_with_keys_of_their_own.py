"""Joined subclasses with a key beside the one that joins them: an object is written with one id into both tables."""

from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Rack(Base):
    __tablename__ = "rack"
    id = Column(Integer, primary_key=True)
    nodes = relationship("Node", cascade="all, delete-orphan")


class Node(Base):
    __tablename__ = "node"
    id = Column(Integer, primary_key=True)
    kind = Column(String)
    rack_id = Column(ForeignKey("rack.id"))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "node"}


class Host(Node):
    __tablename__ = "host"
    id = Column(Integer, primary_key=True)
    node_id = Column(ForeignKey("node.id"), nullable=False)
    ports = relationship("Port", cascade="all, delete")
    __mapper_args__ = {"polymorphic_identity": "host"}


class Router(Node):
    __tablename__ = "router"
    id = Column(Integer, primary_key=True)
    node_id = Column(ForeignKey("node.id"), nullable=False)
    __mapper_args__ = {"polymorphic_identity": "router"}


class Port(Base):
    __tablename__ = "port"
    id = Column(Integer, primary_key=True)
    host_id = Column(ForeignKey("host.id"), nullable=False)
