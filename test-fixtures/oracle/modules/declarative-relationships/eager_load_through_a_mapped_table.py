"""The table between the two is that of a third class, which the row itself references."""

from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Label(Base):
    __tablename__ = "label"

    id = Column(Integer, primary_key=True)


class Network(Base):
    __tablename__ = "network"

    id = Column(Integer, primary_key=True)
    label_id = Column(ForeignKey("label.id"), nullable=False)


class Subnet(Base):
    __tablename__ = "subnet"

    id = Column(Integer, primary_key=True)
    network_id = Column(ForeignKey("network.id"), nullable=False)
    network = relationship(Network, backref="subnets")
    network_label = relationship(Label, lazy="selectin", viewonly=True, secondary="network", uselist=False)


class Route(Base):
    __tablename__ = "route"

    id = Column(Integer, primary_key=True)
    subnet_id = Column(ForeignKey("subnet.id"), nullable=False)
    subnet = relationship(Subnet, backref="routes", lazy="joined", innerjoin=True)
