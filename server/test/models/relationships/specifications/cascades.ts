import { declarative, type Specification } from "../specification.ts";

/** Cascades and the settings that go with them. */
export const cascades: readonly Specification[] = [
  {
    title: "every option",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["C"]] = relationship(cascade="all", overlaps="__*")
    b: Mapped[List["C"]] = relationship(cascade="all, delete-orphan", overlaps="__*")
    c: Mapped[List["C"]] = relationship(cascade="all,delete,delete-orphan", overlaps="__*")
    d: Mapped[List["C"]] = relationship(cascade="save-update, merge, refresh-expire, expunge", overlaps="__*")
    e: Mapped[List["C"]] = relationship(cascade="", overlaps="__*")
    f: Mapped[List["C"]] = relationship(cascade=None, overlaps="__*")
    g: Mapped[List["C"]] = relationship(cascade="all, none", overlaps="__*")
    h: Mapped[List["C"]] = relationship(cascade=["delete", "merge"], overlaps="__*")
    i: Mapped[List["C"]] = relationship(cascade=("all",), overlaps="__*")
    j: Mapped[List["C"]] = relationship(cascade="delete", overlaps="__*")
    k: Mapped[List["C"]] = relationship(cascade="all, delete-orphan, none", overlaps="__*")
    l: Mapped[List["C"]] = relationship(cascade={"all"}, overlaps="__*")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update",
      "P.c ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update",
      "P.d ONETOMANY C list pairs=p.id>c.p_id cascade=expunge,merge,refresh-expire,save-update",
      "P.e ONETOMANY C list pairs=p.id>c.p_id cascade=",
      "P.f ONETOMANY C list pairs=p.id>c.p_id cascade=",
      "P.g ONETOMANY C list pairs=p.id>c.p_id cascade=",
      "P.h ONETOMANY C list pairs=p.id>c.p_id cascade=delete,merge",
      "P.i ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update",
      "P.j ONETOMANY C list pairs=p.id>c.p_id cascade=delete",
      "P.k ONETOMANY C list pairs=p.id>c.p_id cascade=",
      "P.l ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update",
    ],
  },
  {
    title: "an unknown option",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(cascade="all, delete_orphan, Delete")
`),
    expected: ["! P.cs invalid-cascade import ArgumentError: Invalid cascade option(s): 'Delete', 'delete_orphan'"],
  },
  {
    title: "blanks at the ends",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(cascade=" all , delete-orphan ")
`),
    expected: ["! P.cs invalid-cascade import ArgumentError: Invalid cascade option(s): ' all', 'delete-orphan '"],
  },
  {
    title: "False",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(cascade=False)
`),
    expected: ["! P.cs invalid-cascade import TypeError: 'bool' object is not iterable"],
  },
  {
    title: "delete-orphan without delete",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(cascade="save-update, delete-orphan")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete-orphan,save-update",
      "~ P.cs delete-orphan-without-delete SAWarning: The 'delete-orphan' cascade option requires 'delete'.",
    ],
  },
  {
    title: "viewonly keeps only what touches the session",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(cascade="all, delete-orphan", viewonly=True, passive_deletes=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=expunge,merge,refresh-expire passive=true viewonly",
      "~ P.cs ignored-relationship-argument SAWarning: Setting passive_deletes on relationship() while also setting viewonly=True does not make sense, as a viewonly=True relationship does not perform persistence operations. This configuration may raise an error in a future release.",
      '- P.cs ignored-relationship-argument cascade "delete", "delete-orphan", "save-update" has no effect beside viewonly=True',
    ],
  },
  {
    title: "delete-orphan on the many-to-one side, alone",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(cascade="save-update, delete-orphan")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=delete-orphan,save-update",
      "~ C.p delete-orphan-without-delete SAWarning: The 'delete-orphan' cascade option requires 'delete'.",
      '! C.p delete-orphan-needs-single-parent configuration ArgumentError: For many-to-one relationship C.p, delete-orphan cascade is normally configured only on the "one" side of a one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this relationship to allow a particular "P" object to be referenced by only a single "C" object at a time via the C.p relationship, which would allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.',
    ],
  },
  {
    title: "delete on the many-to-one side is accepted",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(cascade="all, delete")
`),
    expected: ["C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update"],
  },
  {
    title: "delete-orphan on the many-to-one side with single_parent",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(cascade="all, delete-orphan", single_parent=True)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update singleParent",
    ],
  },
  {
    title: 'passive_deletes="all" with delete',
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(cascade="all, delete", passive_deletes="all")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update passive=all",
      "! P.cs passive-deletes-all-with-delete configuration ArgumentError: On P.cs, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade",
    ],
  },
  {
    title: "every way of loading",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["C"]] = relationship(lazy="select", viewonly=True)
    b: Mapped[List["C"]] = relationship(lazy=True, viewonly=True)
    c: Mapped[List["C"]] = relationship(lazy=False, viewonly=True)
    d: Mapped[List["C"]] = relationship(lazy="joined", viewonly=True)
    e: Mapped[List["C"]] = relationship(lazy="selectin", viewonly=True)
    f: Mapped[List["C"]] = relationship(lazy="subquery", viewonly=True)
    g: Mapped[List["C"]] = relationship(lazy="immediate", viewonly=True)
    h: Mapped[List["C"]] = relationship(lazy="raise", viewonly=True)
    i: Mapped[List["C"]] = relationship(lazy="raise_on_sql", viewonly=True)
    j: Mapped[List["C"]] = relationship(lazy=None, viewonly=True)
    k: Mapped[List["C"]] = relationship(lazy="noload", viewonly=True)
    l: Mapped[List["C"]] = relationship(lazy="dynamic", viewonly=True)
    m: Mapped[List["C"]] = relationship(lazy="write_only", viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.c ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=joined",
      "P.d ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=joined",
      "P.e ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=selectin",
      "P.f ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=subquery",
      "P.g ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=immediate",
      "P.h ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=raise",
      "P.i ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=raise_on_sql",
      "P.j ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=noload",
      "P.k ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=noload",
      "P.l ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=dynamic",
      "P.m ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=write_only",
    ],
  },
  {
    title: "an unknown way of loading",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(lazy="bogus")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id",
      "! P.cs other configuration LoaderStrategyException: Can't find strategy (('lazy', 'bogus'),) for P.cs",
    ],
  },
  {
    title: "dynamic on the many-to-one side",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(lazy="dynamic")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id lazy=dynamic",
      "! C.p other configuration InvalidRequestError: On relationship C.p, 'dynamic' loaders cannot be used with many-to-one/one-to-one relationships and/or uselist=False.",
    ],
  },
  {
    title: "viewonly with sync_backref",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(viewonly=True, sync_backref=True)
`),
    expected: ["! P.cs other import ArgumentError: sync_backref and viewonly cannot both be True"],
  },
  {
    title: "a keyword that relationship() does not have",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(on_delete="CASCADE")
`),
    expected: [
      "! P.cs misplaced-on-delete import TypeError: RelationshipProperty.__init__() got an unexpected keyword argument 'on_delete'",
    ],
  },
];
