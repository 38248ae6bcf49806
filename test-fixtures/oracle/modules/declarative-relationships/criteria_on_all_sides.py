from sqlalchemy import Boolean, Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Association(Base):
    __tablename__ = "association"

    id = Column(Integer, primary_key=True)
    network_id = Column(ForeignKey("network.id"), nullable=False)
    service_id = Column(ForeignKey("service.id"), nullable=False)
    deleted = Column(Integer, default=0)


class Network(Base):
    __tablename__ = "network"

    id = Column(Integer, primary_key=True)
    deleted = Column(String(36), default="False")
    shared = Column(Boolean, nullable=False)
    services = relationship(
        "Service",
        secondary="association",
        primaryjoin="and_(Network.id == Association.network_id, Association.deleted == 0)",
        secondaryjoin="and_(Service.id == Association.service_id, Service.deleted == 'False')",
    )
    ports = relationship("Port", primaryjoin="and_(Network.id == Port.network_id, Network.shared == True)", cascade="all")


class Service(Base):
    __tablename__ = "service"

    id = Column(Integer, primary_key=True)
    deleted = Column(String(36), default="False")
    networks = relationship(
        "Network",
        secondary="association",
        primaryjoin="and_(Service.id == Association.service_id, Association.deleted == 0)",
        viewonly=True,
    )


class Port(Base):
    __tablename__ = "port"

    id = Column(Integer, primary_key=True)
    state = Column(String(10), nullable=False)
    network_id = Column(ForeignKey("network.id"))
    network = relationship(
        Network,
        primaryjoin="and_(Network.id == Port.network_id, Port.state == 'up')",
        cascade="save-update, merge, delete",
        overlaps="ports",
    )
