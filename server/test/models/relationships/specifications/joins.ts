import { declarative, type Specification } from "../specification.ts";

/** Which foreign keys a join runs over, and the direction that follows. */
export const joins: readonly Specification[] = [
  {
    title: "no foreign key",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! P.cs missing-foreign-key configuration NoForeignKeysError: Could not determine join condition between parent/child tables on relationship P.cs - there are no foreign keys linking these tables.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or specify a 'primaryjoin' expression.",
    ],
  },
  {
    title: "two foreign keys",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "! P.cs ambiguous-foreign-keys configuration AmbiguousForeignKeysError: Could not determine join condition between parent/child tables on relationship P.cs - there are multiple foreign key paths linking the tables.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference to the parent table.",
    ],
  },
  {
    title: "mutual foreign keys are two paths",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "! P.cs ambiguous-foreign-keys configuration AmbiguousForeignKeysError: Could not determine join condition between parent/child tables on relationship P.cs - there are multiple foreign key paths linking the tables.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference to the parent table.",
    ],
  },
  {
    title: "mutual foreign keys, told apart",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    favourite_id: Mapped[Optional[int]] = mapped_column(ForeignKey("c.id"))
    cs: Mapped[List["C"]] = relationship(foreign_keys="C.p_id", back_populates="p")
    favourite: Mapped[Optional["C"]] = relationship(foreign_keys=[favourite_id], post_update=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(foreign_keys=lambda: C.p_id, back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      "P.favourite MANYTOONE C scalar pairs=c.id>p.favourite_id postUpdate",
    ],
  },
  {
    title: "the same foreign key twice is one path",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    __table_args__ = (ForeignKeyConstraint(["p_id"], ["p.id"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "a composite foreign key",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p")

class C(Base):
    __tablename__ = "c"
    __table_args__ = (ForeignKeyConstraint(["tenant", "p_id"], ["p.tenant", "p.id"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int]
    p_id: Mapped[int]
    p: Mapped["P"] = relationship(back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id,p.tenant>c.tenant back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id,p.tenant>c.tenant back=p reverse=p",
    ],
  },
  {
    title: "foreign_keys picks a composite foreign key only as a whole",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "a_id"], ["p.tenant", "p.id"]),
        ForeignKeyConstraint(["tenant", "b_id"], ["p.tenant", "p.id"]),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int] = mapped_column()
    a_id: Mapped[int] = mapped_column()
    b_id: Mapped[int] = mapped_column()
    a: Mapped["P"] = relationship(foreign_keys=[tenant, a_id])
    b: Mapped["P"] = relationship(foreign_keys="[C.tenant, C.b_id]", overlaps="a")
`),
    expected: [
      "C.a MANYTOONE P scalar pairs=p.id>c.a_id,p.tenant>c.tenant",
      "C.b MANYTOONE P scalar pairs=p.id>c.b_id,p.tenant>c.tenant",
    ],
  },
  {
    title: "foreign_keys naming one member of a composite foreign key is ambiguous",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    __table_args__ = (
        ForeignKeyConstraint(["tenant", "a_id"], ["p.tenant", "p.id"]),
        ForeignKeyConstraint(["tenant", "b_id"], ["p.tenant", "p.id"]),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int] = mapped_column()
    a_id: Mapped[int] = mapped_column()
    b_id: Mapped[int] = mapped_column()
    a: Mapped["P"] = relationship(foreign_keys=[tenant])
`),
    expected: [
      "! C.a ambiguous-foreign-keys configuration AmbiguousForeignKeysError: Could not determine join condition between parent/child tables on relationship C.a - there are multiple foreign key paths linking the tables.  Specify the 'foreign_keys' argument, providing a list of those columns which should be counted as containing a foreign key reference to the parent table.",
    ],
  },
  {
    title: "primaryjoin as text, lambda, expression and over __table__",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["C"]] = relationship(primaryjoin="P.id == C.a_id", viewonly=True)
    b: Mapped[List["C"]] = relationship(primaryjoin=lambda: P.id == C.b_id, viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    a: Mapped["P"] = relationship(primaryjoin=P.id == a_id)
    b: Mapped["P"] = relationship(primaryjoin=lambda: C.__table__.c.b_id == P.__table__.c["id"])
`),
    expected: [
      "C.a MANYTOONE P scalar pairs=p.id>c.a_id",
      "C.b MANYTOONE P scalar pairs=p.id>c.b_id",
      "P.a ONETOMANY C list pairs=p.id>c.a_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.b_id cascade=merge viewonly",
    ],
  },
  {
    title: "an extra criterion",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="and_(P.id == C.p_id, C.active == True, C.kind == 'x')")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    active: Mapped[bool]
    kind: Mapped[str]
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "a relationship over no foreign key",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="P.id == foreign(C.p_id)", back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int]
    p: Mapped["P"] = relationship(primaryjoin=lambda: P.id == foreign(C.p_id), back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "a primaryjoin without a foreign column",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="P.id == C.p_id")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int]
`),
    expected: [
      "! P.cs missing-foreign-key configuration ArgumentError: Could not locate any relevant foreign key columns for primary join condition 'p.id = c.p_id' on relationship P.cs.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the join condition with the foreign() annotation.",
    ],
  },
  {
    title: "a primaryjoin without an equality",
    models: declarative(`
class User(Base):
    __tablename__ = "user"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="and_(User.id > foreign(C.p_id), C.p_id == 3, C.kind != None)")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int]
    kind: Mapped[str]
`),
    expected: [
      "! User.cs other configuration ArgumentError: Could not locate any simple equality expressions involving locally mapped foreign key columns for primary join condition '\"user\".id > c.p_id AND c.p_id = :p_id_1 AND c.kind IS NOT NULL' on relationship User.cs.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the join condition with the foreign() annotation. To allow comparison operators other than '==', the relationship can be marked as viewonly=True.",
    ],
  },
  {
    title: "a primaryjoin without an equality, viewonly",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="P.id > foreign(C.p_id)", viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int]
`),
    expected: ["P.cs ONETOMANY C list pairs= cascade=merge viewonly"],
  },
  {
    title: "a self-reference is one-to-many until remote_side says otherwise",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    children: Mapped[List["N"]] = relationship(back_populates="parent")
    parent: Mapped[Optional["N"]] = relationship(remote_side=[id], back_populates="children")
`),
    expected: [
      "N.children ONETOMANY N list pairs=n.id>n.parent_id back=parent reverse=parent",
      "N.parent MANYTOONE N scalar pairs=n.id>n.parent_id back=children reverse=children",
    ],
  },
  {
    title: "remote() in a self-reference",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    parent: Mapped[Optional["N"]] = relationship(primaryjoin="remote(N.id) == N.parent_id")
    children: Mapped[List["N"]] = relationship(primaryjoin=lambda: N.id == remote(N.parent_id), overlaps="parent")
`),
    expected: [
      "N.parent MANYTOONE N scalar pairs=n.id>n.parent_id",
      "N.children ONETOMANY N list pairs=n.id>n.parent_id",
    ],
  },
  {
    title: "a composite self-reference with a shared column",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    __table_args__ = (ForeignKeyConstraint(["tenant", "parent_id"], ["n.tenant", "n.id"]),)
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]]
    parent: Mapped[Optional["N"]] = relationship(remote_side=[tenant, id], back_populates="children")
    children: Mapped[List["N"]] = relationship(back_populates="parent")
`),
    expected: [
      "N.parent MANYTOONE N scalar pairs=n.id>n.parent_id,n.tenant>n.tenant back=children reverse=children",
      "N.children ONETOMANY N list pairs=n.id>n.parent_id,n.tenant>n.tenant back=parent reverse=parent",
    ],
  },
  {
    title: "remote_side that names both columns",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[Optional[int]] = mapped_column(ForeignKey("n.id"))
    parent: Mapped[Optional["N"]] = relationship(remote_side="[N.id, N.parent_id]")
`),
    expected: [
      "! N.parent other configuration ArgumentError: Relationship N.parent could not determine any unambiguous local/remote column pairs based on join condition and remote_side arguments.  Consider using the remote() annotation to accurately mark those elements of the join condition that are on the remote side of the relationship.",
    ],
  },
  {
    title: "foreign columns on both sides",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    c: Mapped["C"] = relationship(primaryjoin="and_(P.c_id == C.id, C.p_id == P.id)")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "! P.c other configuration ArgumentError: Can't determine relationship direction for relationship 'P.c' - foreign key columns within the join condition are present in both the parent and the child's mapped tables.  Ensure that only those columns referring to a parent column are marked as foreign, either via the foreign() annotation or via the foreign_keys argument.",
    ],
  },
  {
    title: "foreign_keys as text in a list",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(foreign_keys=["C.p_id"])

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "! P.cs other configuration ArgumentError: Column expression expected for argument 'foreign_keys'; got 'C.p_id'.",
    ],
  },
  {
    title: "a name in primaryjoin that does not exist",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="P.id == D.p_id")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "! P.cs other configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression 'P.id == D.p_id' failed to locate a name (\"name 'D' is not defined\"). If this is a class name, consider adding this relationship() to the <class 'models.P'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "order_by names a column without its class",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(order_by="position")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "! P.cs other configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression 'position' failed to locate a name (\"name 'position' is not defined\"). If this is a class name, consider adding this relationship() to the <class 'models.P'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "columns whose names differ from their attributes",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    key: Mapped[int] = mapped_column("id", primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="P.key == C.owner")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[int] = mapped_column("p_id", ForeignKey("p.id"))
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "tables in schemas",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    __table_args__ = {"schema": "s"}
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(primaryjoin="P.id == C.p_id")

class C(Base):
    __tablename__ = "c"
    __table_args__ = {"schema": "s"}
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("s.p.id"))
    bad: Mapped["P"] = relationship(primaryjoin="C.id < P.id")
`),
    expected: [
      "P.cs ONETOMANY C list pairs=s.p.id>s.c.p_id",
      "! C.bad missing-foreign-key configuration ArgumentError: Could not locate any relevant foreign key columns for primary join condition 's.c.id < s.p.id' on relationship C.bad.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the join condition with the foreign() annotation.",
    ],
  },
];
