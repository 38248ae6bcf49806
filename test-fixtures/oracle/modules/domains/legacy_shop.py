from sqlalchemy import *
from sqlalchemy.orm import *
from sqlalchemy.ext.declarative import declared_attr, declarative_base

Base = declarative_base(name="Model")


class HasAddresses(object):
    @declared_attr
    def addresses(cls):
        link = Table("%s_addresses" % cls.__tablename__, cls.metadata,
            Column("address_id", Integer, ForeignKey("address.id"), primary_key=True),
            Column("%s_id" % cls.__tablename__, Integer, ForeignKey("%s.id" % cls.__tablename__), primary_key=True))
        return relationship("Address", secondary=link, backref="%s_owners" % cls.__name__.lower(), cascade="all")


class Address(Base):
    __tablename__ = "address"
    id = Column(Integer, primary_key=True)
    street = Column(String)


class Customer(HasAddresses, Base):
    __tablename__ = "customer"
    id = Column(Integer, primary_key=True)
    orders = relationship("Order", primaryjoin="Customer.id == Order.customer_id", cascade="all", backref=backref("customer", innerjoin=True, lazy="joined"), passive_deletes=True)
    last_order_id = Column(Integer, ForeignKey("order.id", use_alter=True, name="fk_last_order"))
    last_order = relationship("Order", primaryjoin="Customer.last_order_id == Order.id", post_update=True, foreign_keys=last_order_id)




class Supplier(HasAddresses, Base):
    __tablename__ = "supplier"
    id = Column(Integer, primary_key=True)
    products = relationship("Product", backref="supplier", lazy="dynamic")


class Order(Base):
    __tablename__ = "order"
    id = Column(Integer, primary_key=True)
    customer_id = Column(Integer, ForeignKey("customer.id", ondelete="CASCADE"), nullable=False)
    lines = relationship("OrderLine", back_populates="order", cascade="save-update, merge, delete, delete-orphan", lazy="subquery", order_by="OrderLine.number")


class OrderLine(Base):
    __tablename__ = "order_line"
    order_id = Column(ForeignKey("order.id"), primary_key=True)
    number = Column(Integer, primary_key=True)
    product_code = Column(ForeignKey("product.code", onupdate="CASCADE"), nullable=False, index=True)
    order = relationship("Order", back_populates="lines")
    product = relationship("Product", backref=backref("lines", passive_deletes="all"))


class Product(Base):
    __tablename__ = "product"
    code = Column(String(12), primary_key=True)
    type = Column(Integer, nullable=False)
    supplier_id = Column(ForeignKey(Supplier.id))
    bundle_code = Column(ForeignKey("product.code"))
    parts = relationship("Product", backref=backref("bundle", remote_side="Product.code"), cascade="all")
    __mapper_args__ = {"polymorphic_on": type, "polymorphic_identity": 0}


class Book(Product):
    __tablename__ = "book"
    code = Column(ForeignKey(Product.code), primary_key=True)
    authors = relationship("Author", secondary="book_author", backref="books")
    __mapper_args__ = {"polymorphic_identity": 1}


class Ebook(Book):
    url = Column(String)
    licences = relationship("Licence", backref="ebook", cascade="all, delete-orphan")
    __mapper_args__ = {"polymorphic_identity": 2}


class Licence(Base):
    __tablename__ = "licence"
    id = Column(Integer, primary_key=True)
    code = Column(String(12), ForeignKey("book.code"), nullable=False)


class Author(Base):
    __tablename__ = "author"
    id = Column(Integer, primary_key=True)


Table("book_author", Base.metadata, Column("book", ForeignKey("book.code"), primary_key=True), Column("author", ForeignKey("author.id"), primary_key=True))
