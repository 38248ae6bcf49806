"""A secondary that is a join of two tables: neither is the association table."""

from sqlalchemy import Column, ForeignKey, Integer, join
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = "user"
    id = Column(Integer, primary_key=True)
    roles = relationship(
        "Role",
        secondary=lambda: join(Membership, Grant, Membership.id == Grant.membership_id),
        primaryjoin="User.id == Membership.user_id",
        secondaryjoin="Role.id == Grant.role_id",
        viewonly=True,
    )
    memberships = relationship("Membership", cascade="all, delete-orphan")


class Membership(Base):
    __tablename__ = "membership"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("user.id"))


class Grant(Base):
    __tablename__ = "grant"
    id = Column(Integer, primary_key=True)
    membership_id = Column(ForeignKey("membership.id"))
    role_id = Column(ForeignKey("role.id"))


class Role(Base):
    __tablename__ = "role"
    id = Column(Integer, primary_key=True)
