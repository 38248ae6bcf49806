from sqlalchemy import Column, ForeignKey, Integer, String, Table, and_
from sqlalchemy.orm import DeclarativeBase, foreign, mapped_column, relationship, synonym


class Base(DeclarativeBase):
    pass


class Country(Base):
    __table__ = Table(
        "country",
        Base.metadata,
        Column("iso", String(2), primary_key=True, key="code"),
        Column("capital_id", Integer, ForeignKey("city.id", use_alter=True, name="fk_cap"), nullable=True),
        Column("n", Integer, key="number"),
    )
    capital = relationship("City", foreign_keys="Country.capital_id", post_update=True)
    cities = relationship("City", foreign_keys="City.country_code", back_populates="country", cascade="all, delete-orphan")
    iso = synonym("code")


class City(Base):
    __tablename__ = "city"
    id = mapped_column(Integer, primary_key=True)
    country_code = mapped_column("country", ForeignKey("country.code"), nullable=False)
    country = relationship(Country, foreign_keys=[country_code], back_populates="cities")
    streets = relationship("Street", collection_class=set, back_populates="city", passive_deletes=True)


class Street(Base):
    __tablename__ = "street"
    __table_args__ = {"extend_existing": True}
    id = mapped_column("street_id", Integer, primary_key=True)
    city_id = mapped_column(ForeignKey(City.id, ondelete="CASCADE"))
    city = relationship(City, back_populates="streets", active_history=True)
    houses = relationship("House", primaryjoin=lambda: and_(Street.id == foreign(House.street_id), House.number > 0), backref="street")


class House(Base):
    __tablename__ = "house"
    street_id = mapped_column(Integer, ForeignKey("street.street_id"))
    number = mapped_column(Integer)
    __mapper_args__ = {"primary_key": [street_id, number]}
