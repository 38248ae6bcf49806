from typing import List, Optional, Set
import enum
from sqlalchemy import CheckConstraint, Enum, ForeignKey, String, Table, Column, Integer, Index, text, SmallInteger
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, backref


class Base(DeclarativeBase):
    pass


party_members = Table("party_members", Base.metadata, Column("party_id", ForeignKey("party.id", ondelete="CASCADE")), Column("hero_id", ForeignKey("hero.id", ondelete="CASCADE")), Column("slot", Integer, nullable=False, server_default="0"))


class Slot(enum.Enum):
    head = 1
    hand = 2


class Player(Base):
    __tablename__ = "player"
    id: Mapped[int] = mapped_column(primary_key=True)
    heroes: Mapped[Set["Hero"]] = relationship(back_populates="player", foreign_keys="Hero.player_id", cascade="all, delete-orphan")
    main_id: Mapped[Optional[int]] = mapped_column(ForeignKey("hero.id", ondelete="SET NULL", use_alter=True, name="fk_main"))
    main: Mapped[Optional["Hero"]] = relationship(foreign_keys=[main_id], post_update=True, passive_deletes=True)
    friends: Mapped[List["Player"]] = relationship(secondary="friendship", primaryjoin="Player.id == Friendship.a_id", secondaryjoin="Player.id == Friendship.b_id")


class Friendship(Base):
    __tablename__ = "friendship"
    a_id: Mapped[int] = mapped_column(ForeignKey("player.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("player.id"), primary_key=True)
    __table_args__ = (CheckConstraint("a_id < b_id"),)




class Hero(Base):
    __tablename__ = "hero"
    id: Mapped[int] = mapped_column(primary_key=True)
    player_id: Mapped[int] = mapped_column(ForeignKey("player.id"))
    level: Mapped[int] = mapped_column(SmallInteger, CheckConstraint("level BETWEEN 1 AND 99"))
    player: Mapped["Player"] = relationship(back_populates="heroes", foreign_keys=[player_id])
    items: Mapped[List["Item"]] = relationship(back_populates="hero", lazy="selectin")
    parties: Mapped[List["Party"]] = relationship(secondary=party_members, back_populates="members", passive_deletes=True)
    pet: Mapped[Optional["Pet"]] = relationship(back_populates="hero", cascade="all, delete-orphan", single_parent=True)


class Pet(Base):
    __tablename__ = "pet"
    hero_id: Mapped[int] = mapped_column(ForeignKey("hero.id"), primary_key=True)
    hero: Mapped["Hero"] = relationship(back_populates="pet", lazy="joined", innerjoin=True)
    trick: Mapped[Optional["Trick"]] = relationship(secondary="pet_trick", uselist=False)


Table("pet_trick", Base.metadata, Column("pet_id", ForeignKey("pet.hero_id"), primary_key=True), Column("trick_id", ForeignKey("trick.id"), unique=True))


class Trick(Base):
    __tablename__ = "trick"
    id: Mapped[int] = mapped_column(primary_key=True)


class Item(Base):
    __tablename__ = "item"
    id: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(10))
    hero_id: Mapped[Optional[int]] = mapped_column(ForeignKey("hero.id"))
    container_id: Mapped[Optional[int]] = mapped_column(ForeignKey("bag.id"))
    slot: Mapped[Optional[Slot]] = mapped_column(Enum(Slot))
    hero: Mapped[Optional["Hero"]] = relationship(back_populates="items")
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": "item"}
    __table_args__ = (CheckConstraint("hero_id IS NULL OR container_id IS NULL", name="one_place"), Index("one_slot", "hero_id", "slot", unique=True, sqlite_where=text("slot IS NOT NULL")))


class Bag(Item):
    __tablename__ = "bag"
    id: Mapped[int] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), primary_key=True)
    size: Mapped[int]
    content: Mapped[List["Item"]] = relationship(foreign_keys="Item.container_id", backref=backref("container", remote_side=id, foreign_keys="Item.container_id"))
    __mapper_args__ = {"polymorphic_identity": "bag", "inherit_condition": id == Item.id}


class Sword(Item):
    __mapper_args__ = {"polymorphic_identity": "sword"}
    owner_mark_id: Mapped[Optional[int]] = mapped_column(ForeignKey("player.id"))
    owner_mark: Mapped[Optional["Player"]] = relationship(backref=backref("marked", passive_deletes=True))


class Party(Base):
    __tablename__ = "party"
    id: Mapped[int] = mapped_column(primary_key=True)
    leader_id: Mapped[int] = mapped_column(ForeignKey("hero.id"), unique=True)
    leader: Mapped["Hero"] = relationship(backref=backref("leads", uselist=False))
    members: Mapped[List["Hero"]] = relationship(secondary=party_members, back_populates="parties")
