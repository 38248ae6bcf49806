from typing import List, Optional
from sqlalchemy import Column, ForeignKey, String, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


tags = Table(
    "tags",
    Base.metadata,
    Column("film_id", ForeignKey("film.id"), primary_key=True),
    Column("tag_id", ForeignKey("tag.id"), primary_key=True),
)



class Studio(Base):
    __tablename__ = "studio"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id"))
    owner = relationship("Owner", innerjoin=True, lazy="joined")
    films: Mapped[List["Film"]] = relationship(back_populates="studio")


class Owner(Base):
    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "owner"}


class Company(Owner):
    __tablename__ = "company"
    id: Mapped[int] = mapped_column(ForeignKey("owner.id"), primary_key=True)
    country_id: Mapped[Optional[int]] = mapped_column(ForeignKey("country.id"))
    country = relationship("Country", innerjoin="unnested", lazy="joined")
    __mapper_args__ = {"polymorphic_identity": "company"}


class Country(Base):
    __tablename__ = "country"
    id: Mapped[int] = mapped_column(primary_key=True)
    companies = relationship("Company", viewonly=True)


class Film(Base):
    __tablename__ = "film"
    id: Mapped[int] = mapped_column(primary_key=True)
    studio_id: Mapped[Optional[int]] = mapped_column(ForeignKey("studio.id"))
    studio: Mapped[Optional["Studio"]] = relationship(back_populates="films", lazy="joined")
    tags: Mapped[List["Tag"]] = relationship(secondary=tags, lazy="joined", innerjoin=True)
    prints: Mapped[List["Print"]] = relationship(lazy="joined", innerjoin=True, cascade="all, delete-orphan", passive_deletes=True)


class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)


class Print(Base):
    __tablename__ = "print"
    id: Mapped[int] = mapped_column(primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id", ondelete="CASCADE"))
    cinema_id: Mapped[Optional[int]] = mapped_column(ForeignKey("cinema.id", ondelete="SET NULL"))
    cinema: Mapped[Optional["Cinema"]] = relationship(lazy="joined", innerjoin=True, back_populates="prints")


class Cinema(Base):
    __tablename__ = "cinema"
    id: Mapped[int] = mapped_column(primary_key=True)
    city_id: Mapped[Optional[int]] = mapped_column(ForeignKey("city.id"))
    prints: Mapped[List["Print"]] = relationship(back_populates="cinema", lazy="selectin")
    city: Mapped[Optional["City"]] = relationship(lazy="joined", innerjoin="unnested", back_populates="cinemas")


class City(Base):
    __tablename__ = "city"
    id: Mapped[int] = mapped_column(primary_key=True)
    cinemas: Mapped[List["Cinema"]] = relationship(back_populates="city", lazy="selectin", cascade="all")
    mayor_id: Mapped[Optional[int]] = mapped_column(ForeignKey("mayor.id"))
    mayor: Mapped[Optional["Mayor"]] = relationship(lazy="joined", innerjoin=True, join_depth=2)


class Mayor(Base):
    __tablename__ = "mayor"
    id: Mapped[int] = mapped_column(primary_key=True)
    boss_id: Mapped[Optional[int]] = mapped_column(ForeignKey("mayor.id"))
    boss: Mapped[Optional["Mayor"]] = relationship(lazy="joined", innerjoin=True, join_depth=1, remote_side=[id], backref="bossed")
    city = relationship("City", viewonly=True, uselist=False)
