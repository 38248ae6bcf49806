"""Generic associations, discriminator columns, links through views of the same rows."""
from typing import List, Optional
from sqlalchemy import ForeignKey, String, and_, event, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, relationship, foreign, remote, backref


class Base(DeclarativeBase):
    id: Mapped[int] = mapped_column(primary_key=True)


class AttachmentAssociation(Base):
    __tablename__ = "attachment_association"
    discriminator: Mapped[str] = mapped_column(String(20))
    attachments: Mapped[List["Attachment"]] = relationship(back_populates="association", cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_on": discriminator}


class Attachment(Base):
    __tablename__ = "attachment"
    association_id: Mapped[int] = mapped_column(ForeignKey("attachment_association.id"))
    association: Mapped["AttachmentAssociation"] = relationship(back_populates="attachments")


class TicketAttachments(AttachmentAssociation):
    __mapper_args__ = {"polymorphic_identity": "ticket"}
    ticket: Mapped["Ticket"] = relationship(back_populates="attachment_association", uselist=False)


class Ticket(Base):
    __tablename__ = "ticket"
    attachment_association_id: Mapped[Optional[int]] = mapped_column(ForeignKey("attachment_association.id"))
    attachment_association: Mapped[Optional["TicketAttachments"]] = relationship(back_populates="ticket", cascade="all, delete-orphan", single_parent=True)
    notes: Mapped[List["Note"]] = relationship(primaryjoin="and_(Ticket.id == foreign(remote(Note.parent_id)), Note.parent_kind == 'ticket')", cascade="all, delete-orphan", overlaps="notes")
    duplicates_id: Mapped[Optional[int]] = mapped_column(ForeignKey("ticket.id", ondelete="SET NULL"))
    duplicates: Mapped[Optional["Ticket"]] = relationship(remote_side="Ticket.id", backref=backref("duplicated_by", passive_deletes=True))
    watchers: Mapped[List["Person"]] = relationship(secondary="watch", back_populates="watched")


class Person(Base):
    __tablename__ = "person"
    watched: Mapped[List["Ticket"]] = relationship(secondary="watch", back_populates="watchers", passive_deletes=True)
    watches: Mapped[List["Watch"]] = relationship(viewonly=True)
    notes: Mapped[List["Note"]] = relationship(primaryjoin="and_(Person.id == foreign(Note.parent_id), Note.parent_kind == 'person')", overlaps="notes", lazy="selectin")


class Watch(Base):
    __tablename__ = "watch"
    ticket_id: Mapped[int] = mapped_column(ForeignKey("ticket.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))


class Note(Base):
    __tablename__ = "note"
    parent_id: Mapped[Optional[int]]
    parent_kind: Mapped[str] = mapped_column(String(10))
    author_id: Mapped[Optional[int]] = mapped_column(ForeignKey("person.id"))
