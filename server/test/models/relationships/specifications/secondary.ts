import { declarative, type Specification } from "../specification.ts";

/** Many-to-many relationships and what stands for their association table. */
export const secondary: readonly Specification[] = [
  {
    title: "secondary as a table, a name, a lambda, text, the second argument and Model.__table__",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", ForeignKey("a.id"), primary_key=True), Column("b_id", ForeignKey("b.id"), primary_key=True))

class Link2(Base):
    __tablename__ = "link2"
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    p: Mapped[List["B"]] = relationship(secondary=link, viewonly=True)
    q: Mapped[List["B"]] = relationship(secondary="link", viewonly=True)
    r: Mapped[List["B"]] = relationship(secondary=lambda: link, viewonly=True)
    s: Mapped[List["B"]] = relationship(secondary=Link2.__table__, viewonly=True)
    t: Mapped[List["B"]] = relationship("B", "link2", viewonly=True)

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "A.p MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=merge viewonly",
      "A.q MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=merge viewonly",
      "A.r MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=merge viewonly",
      "A.s MANYTOMANY B list secondary=link2 pairs=a.id>link2.a_id secondaryPairs=b.id>link2.b_id cascade=merge viewonly",
      "A.t MANYTOMANY B list secondary=link2 pairs=a.id>link2.a_id secondaryPairs=b.id>link2.b_id cascade=merge viewonly",
    ],
  },
  {
    title: "linked from both sides",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", ForeignKey("a.id"), primary_key=True), Column("b_id", ForeignKey("b.id"), primary_key=True))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary=link, back_populates="as_")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    as_: Mapped[List["A"]] = relationship(secondary=link, back_populates="bs", cascade="all", passive_deletes=True)
`),
    expected: [
      "A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id back=as_ reverse=as_",
      "B.as_ MANYTOMANY A list secondary=link pairs=b.id>link.b_id secondaryPairs=a.id>link.a_id cascade=delete,expunge,merge,refresh-expire,save-update passive=true back=bs reverse=bs",
    ],
  },
  {
    title: "a mapped class as secondary",
    models: declarative(`
class Link(Base):
    __tablename__ = "link"
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary=Link)

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! A.bs other configuration ArgumentError: secondary argument <class 'models.Link'> passed to to relationship() A.bs must be a Table object or other FROM clause; can't send a mapped class directly as rows in 'secondary' are persisted independently of a class that is mapped to that same table.",
    ],
  },
  {
    title: "Model.__table__ in quotes",
    models: declarative(`
class Link(Base):
    __tablename__ = "link"
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary="Link.__table__")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! A.bs other configuration AttributeError: Class <class 'models.Link'> does not have a mapped column named '__table__'",
    ],
    only: "2.0",
  },
  {
    title: "a class name as secondary",
    models: declarative(`
class Link(Base):
    __tablename__ = "links"
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary="Link")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! A.bs other configuration ArgumentError: secondary argument <class 'models.Link'> passed to to relationship() A.bs must be a Table object or other FROM clause; can't send a mapped class directly as rows in 'secondary' are persisted independently of a class that is mapped to that same table.",
    ],
  },
  {
    title: "an unknown secondary",
    models: declarative(`
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary="lnk")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! A.bs unknown-relationship-target configuration InvalidRequestError: When initializing mapper Mapper[A(a)], expression 'lnk' failed to locate a name (\"name 'lnk' is not defined\"). If this is a class name, consider adding this relationship() to the <class 'models.A'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "a secondary without foreign keys",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", Integer), Column("b_id", Integer))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary=link)

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! A.bs missing-foreign-key configuration NoForeignKeysError: Could not determine join condition between parent/child tables on relationship A.bs - there are no foreign keys linking these tables via secondary table 'link'.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify 'primaryjoin' and 'secondaryjoin' expressions.",
    ],
  },
  {
    title: "a secondary without foreign keys, joined by hand",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", Integer), Column("b_id", Integer))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(
        secondary=link, primaryjoin=lambda: A.id == link.c.a_id, secondaryjoin=lambda: B.id == link.c.b_id
    )

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id"],
  },
  {
    title: "a self-referential many-to-many without joins",
    models: declarative(`
follow = Table("follow", Base.metadata, Column("a_id", ForeignKey("u.id")), Column("b_id", ForeignKey("u.id")))

class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)
    follows: Mapped[List["U"]] = relationship(secondary=follow)
`),
    expected: [
      "! U.follows ambiguous-foreign-keys configuration AmbiguousForeignKeysError: Could not determine join condition between parent/child tables on relationship U.follows - there are multiple foreign key paths linking the tables via secondary table 'follow'.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference from the secondary table to each of the parent and child tables.",
    ],
  },
  {
    title: "a self-referential many-to-many with joins and a backref",
    models: declarative(`
follow = Table("follow", Base.metadata, Column("a_id", ForeignKey("u.id")), Column("b_id", ForeignKey("u.id")))

class U(Base):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(primary_key=True)
    follows = relationship(
        "U", secondary=follow, primaryjoin="U.id == follow.c.a_id", secondaryjoin="U.id == follow.c.b_id", backref="followers"
    )
`),
    expected: [
      "U.follows MANYTOMANY U list secondary=follow pairs=u.id>follow.a_id secondaryPairs=u.id>follow.b_id back=followers reverse=followers",
      "U.followers MANYTOMANY U list secondary=follow pairs=u.id>follow.b_id secondaryPairs=u.id>follow.a_id back=follows reverse=follows",
    ],
  },
  {
    title: "a secondary with two foreign keys to one side, told apart",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", ForeignKey("a.id")), Column("x_id", ForeignKey("a.id")), Column("b_id", ForeignKey("b.id")))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary=link, foreign_keys=[link.c.a_id, link.c.b_id])

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id"],
  },
  {
    title: "secondaryjoin without secondary",
    models: declarative(`
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["A"]] = relationship(secondaryjoin="A.id == A.id")
`),
    expected: [
      "! A.bs other configuration ArgumentError: Property A.bs specified with secondary join condition but no secondary argument",
    ],
  },
  {
    title: "delete-orphan over secondary",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", ForeignKey("a.id")), Column("b_id", ForeignKey("b.id")))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary=link, cascade="all, delete-orphan")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update",
      '! A.bs cascade-over-many-to-many configuration ArgumentError: For many-to-many relationship A.bs, delete-orphan cascade is normally configured only on the "one" side of a one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this relationship to allow a particular "B" object to be referenced by only a single "A" object at a time via the A.bs relationship, which would allow delete-orphan cascade to take place in this direction, set the single_parent=True flag.',
    ],
  },
  {
    title: "delete-orphan over secondary with single_parent",
    models: declarative(`
link = Table("link", Base.metadata, Column("a_id", ForeignKey("a.id")), Column("b_id", ForeignKey("b.id")))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary=link, cascade="all, delete-orphan", single_parent=True)

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update singleParent",
    ],
  },
  {
    title: "an association object beside a writable many-to-many",
    models: declarative(`
class Link(Base):
    __tablename__ = "link"
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs: Mapped[List["B"]] = relationship(secondary="link")
    links: Mapped[List["Link"]] = relationship()

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id",
      "A.links ONETOMANY Link list pairs=a.id>link.a_id",
      "~ A.links unlinked-relationships SAWarning: relationship 'A.links' will copy column a.id to column link.a_id, which conflicts with relationship(s): 'A.bs' (copies a.id to link.a_id). If this is not the intention, consider if these relationships should be linked with back_populates, or if viewonly=True should be applied to one or more if they are read-only. For the less common case that foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the columns that should be written towards.   To silence this warning, add the parameter 'overlaps=\"bs\"' to the 'A.links' relationship.",
    ],
  },
];
