import { declarative, type Specification } from "../specification.ts";

/** Reverse relationships that a backref makes on the other class. */
export const backrefs: readonly Specification[] = [
  {
    title: "a backref by name",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "options of backref() belong to the reverse side only",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", lazy="joined", backref=backref("cs", cascade="all, delete-orphan", passive_deletes=True, lazy="dynamic"))
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id lazy=joined back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true lazy=dynamic back=p reverse=p",
    ],
  },
  {
    title: "cascade, passive_deletes and lazy are not taken over",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", cascade="all, delete-orphan", passive_deletes=True, lazy="selectin", backref="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true lazy=selectin back=p reverse=p",
    ],
  },
  {
    title: "viewonly and post_update are taken over",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", viewonly=True, backref="p")
    ds = relationship("D", post_update=True, backref=backref("p", uselist=True))

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly back=cs reverse=cs",
      "D.p MANYTOONE P list pairs=p.id>d.p_id postUpdate back=ds reverse=ds",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly back=p reverse=p",
      "P.ds ONETOMANY D list pairs=p.id>d.p_id postUpdate back=p reverse=p",
    ],
  },
  {
    title: "a one-to-one through uselist=False in the backref",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref=backref("c", uselist=False))
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=c reverse=c",
      "P.c ONETOMANY C scalar pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "the join is taken over",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    c_id: Mapped[int]
    a = relationship("P", foreign_keys=[a_id], backref="as_")
    b = relationship("P", primaryjoin="C.b_id == P.id", backref="bs")
    c = relationship("P", primaryjoin="foreign(C.c_id) == P.id", backref="cs")
`),
    expected: [
      "C.a MANYTOONE P scalar pairs=p.id>c.a_id back=as_ reverse=as_",
      "C.b MANYTOONE P scalar pairs=p.id>c.b_id back=bs reverse=bs",
      "C.c MANYTOONE P scalar pairs=p.id>c.c_id back=cs reverse=cs",
      "P.as_ ONETOMANY C list pairs=p.id>c.a_id back=a reverse=a",
      "P.bs ONETOMANY C list pairs=p.id>c.b_id back=b reverse=b",
      "P.cs ONETOMANY C list pairs=p.id>c.c_id back=c reverse=c",
    ],
  },
  {
    title: "a self-referential backref with remote_side",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    children = relationship("N", backref=backref("parent", remote_side=[id]))
`),
    expected: [
      "N.children ONETOMANY N list pairs=n.id>n.parent_id back=parent reverse=parent",
      "N.parent MANYTOONE N scalar pairs=n.id>n.parent_id back=children reverse=children",
    ],
  },
  {
    title: "a self-referential backref from the many-to-one side",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    parent = relationship("N", remote_side="N.id", backref="children")
`),
    expected: [
      "N.parent MANYTOONE N scalar pairs=n.id>n.parent_id back=children reverse=children",
      "N.children ONETOMANY N list pairs=n.id>n.parent_id back=parent reverse=parent",
    ],
  },
  {
    title: "a self-referential backref without remote_side",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    parent = relationship("N", backref="children")
`),
    expected: [
      "N.parent ONETOMANY N list pairs=n.id>n.parent_id back=children reverse=children",
      "N.children ONETOMANY N list pairs=n.id>n.parent_id back=parent reverse=parent",
      "! N.children self-reference-without-remote-side configuration ArgumentError: N.parent and back-reference N.children are both of the same direction <RelationshipDirection.ONETOMANY: 1>.  Did you mean to set remote_side on the many-to-one side ?",
    ],
  },
  {
    title: "remote() is turned round in the backref",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    parent = relationship("N", primaryjoin="N.parent_id == remote(N.id)", backref="children")
`),
    expected: [
      "N.parent MANYTOONE N scalar pairs=n.id>n.parent_id back=children reverse=children",
      "N.children ONETOMANY N list pairs=n.id>n.parent_id back=parent reverse=parent",
    ],
  },
  {
    title: "a backref over secondary",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", ForeignKey("a.id")), Column("b_id", ForeignKey("b.id")))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs = relationship("B", secondary=link, cascade="all", backref=backref("as_", passive_deletes=True))

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=delete,expunge,merge,refresh-expire,save-update back=as_ reverse=as_",
      "B.as_ MANYTOMANY A list secondary=link pairs=b.id>link.b_id secondaryPairs=a.id>link.a_id passive=true back=bs reverse=bs",
    ],
  },
  {
    title: "a name that the other class has already",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[int]

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id",
      "! C.p other configuration ArgumentError: Error creating backref 'cs' on relationship 'C.p': property of that name exists on mapper 'Mapper[P(p)]'",
    ],
  },
  {
    title: "two backrefs of one name",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref="cs")

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "D.p MANYTOONE P scalar pairs=p.id>d.p_id",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      "! D.p other configuration ArgumentError: Error creating backref 'cs' on relationship 'D.p': property of that name exists on mapper 'Mapper[P(p)]'",
    ],
  },
  {
    title: "backref beside back_populates",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", backref="p", back_populates="p")
`),
    expected: [
      "! P.cs other import ArgumentError: backref and back_populates keyword arguments are mutually exclusive",
    ],
  },
  {
    title: "delete-orphan in a backref to the many-to-one side",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", backref=backref("p", cascade="all, delete-orphan"))

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      '! C.p cascade-on-many-to-one configuration ArgumentError: For many-to-one relationship C.p, delete-orphan cascade is normally configured only on the "one" side of a one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this relationship to allow a particular "P" object to be referenced by only a single "C" object at a time via the C.p relationship, which would allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.',
    ],
  },
  {
    title: "a wrong cascade in a backref",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", backref=backref("p", cascade="al"))

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p",
      "! C.p invalid-cascade configuration ArgumentError: Invalid cascade option(s): 'al'",
    ],
  },
  {
    title: "a backref from a declared_attr of a mixin",
    models: declarative(`
class Mixin:
    @declared_attr
    def p_id(cls):
        return mapped_column(ForeignKey("p.id"))

    @declared_attr
    def p(cls):
        return relationship("P", backref=cls.__name__.lower() + "s")

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Mixin, Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)

class D(Mixin, Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "D.p MANYTOONE P scalar pairs=p.id>d.p_id back=ds reverse=ds",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      "P.ds ONETOMANY D list pairs=p.id>d.p_id back=p reverse=p",
    ],
  },
];
