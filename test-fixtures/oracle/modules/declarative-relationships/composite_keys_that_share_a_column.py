"""Two references of two columns each, which share one."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, String, and_
from sqlalchemy.orm import declarative_base, relationship, foreign


Base = declarative_base()


class Invoice(Base):
    __tablename__ = "invoice"
    tenant = Column(Integer, primary_key=True)
    id = Column(Integer, primary_key=True)
    ref_num = Column(Integer)


class Line(Base):
    __tablename__ = "line"
    tenant = Column(Integer, primary_key=True)
    id = Column(Integer, primary_key=True)
    invoice_id = Column(Integer)
    parent_id = Column(Integer)
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "invoice_id"], ["invoice.tenant", "invoice.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(["tenant", "parent_id"], ["line.tenant", "line.id"]),
    )
    invoice = relationship(Invoice, backref="lines", foreign_keys=[tenant, invoice_id])
    parent = relationship("Line", remote_side=[tenant, id], foreign_keys=[parent_id, tenant], overlaps="invoice,lines", backref="children")
    invoice_only = relationship(Invoice, primaryjoin=and_(tenant == Invoice.tenant, foreign(invoice_id) == Invoice.id), viewonly=True)
