"""Three levels joined by keys of two columns, an enumeration as discriminator."""

import enum
from sqlalchemy import Column, Enum, ForeignKey, ForeignKeyConstraint, Integer, String
from sqlalchemy.orm import declarative_base, relationship, backref

Base = declarative_base()


class Kind(enum.Enum):
    ANIMAL = 1
    DOG = 2
    PUPPY = 3


class Animal(Base):
    __tablename__ = "animal"
    org = Column(Integer, primary_key=True)
    id = Column(Integer, primary_key=True)
    kind = Column(Enum(Kind), nullable=False)
    owner_id = Column(Integer, ForeignKey("owner.id", ondelete="SET NULL"))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": Kind.ANIMAL, "with_polymorphic": "*"}


class Dog(Animal):
    __tablename__ = "dog"
    __table_args__ = (ForeignKeyConstraint(["dog_org", "dog_id"], ["animal.org", "animal.id"], ondelete="CASCADE"),)
    dog_org = Column(Integer, primary_key=True)
    dog_id = Column(Integer, primary_key=True)
    bark = Column(String)
    best_friend_id = Column(Integer)
    toys = relationship("Toy", backref=backref("dog", passive_deletes=True), cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_identity": Kind.DOG}


class Puppy(Dog):
    __tablename__ = "puppy"
    dog_org = Column("p_org", Integer, primary_key=True)
    puppy_id = Column(Integer, primary_key=True)
    __table_args__ = (ForeignKeyConstraint(["p_org", "puppy_id"], ["dog.dog_org", "dog.dog_id"]),)
    __mapper_args__ = {"polymorphic_identity": Kind.PUPPY}


class Toy(Base):
    __tablename__ = "toy"
    id = Column(Integer, primary_key=True)
    dog_org = Column(Integer, nullable=False)
    dog_id = Column(Integer, nullable=False)
    __table_args__ = (ForeignKeyConstraint([dog_org, dog_id], [Dog.dog_org, Dog.dog_id], ondelete="CASCADE", name="toy_dog"),)


class Owner(Base):
    __tablename__ = "owner"
    id = Column(Integer, primary_key=True)
    animals = relationship(Animal, backref="owner")
    dogs = relationship(Dog, viewonly=True)
