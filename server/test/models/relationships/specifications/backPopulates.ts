import { declarative, type Specification } from "../specification.ts";

/** Relationships that are linked, and those that should be. */
export const backPopulates: readonly Specification[] = [
  {
    title: "one side is enough",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship()
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "a name that is missing",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="pp")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=pp reverse=p",
      "! P.cs unknown-back-populates configuration InvalidRequestError: Mapper 'Mapper[C(c)]' has no property 'pp'.  If this property was indicated from other mappers or configure events, ensure registry.configure() has been called.",
    ],
  },
  {
    title: "a column",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p_id")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p_id",
      "! P.cs mismatched-back-populates configuration InvalidRequestError: back_populates on relationship 'P.cs' refers to attribute 'C.p_id' that is not a relationship.  The back_populates parameter should refer to the name of a relationship on the target class.",
    ],
  },
  {
    title: "a relationship to another class",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="o")

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    o_id: Mapped[int] = mapped_column(ForeignKey("o.id"))
    o: Mapped["O"] = relationship()
`),
    expected: [
      "C.o MANYTOONE O scalar pairs=o.id>c.o_id reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=o reverse=o",
      "! P.cs mismatched-back-populates configuration ArgumentError: reverse_property 'o' on relationship P.cs references relationship C.o, which does not reference mapper Mapper[P(p)]",
    ],
  },
  {
    title: "two relationships of one direction",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    c: Mapped["C"] = relationship(foreign_keys=[c_id], back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(foreign_keys=[p_id], back_populates="c")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=c reverse=c",
      "P.c MANYTOONE C scalar pairs=c.id>p.c_id back=p reverse=p",
      "! C.p mismatched-back-populates configuration ArgumentError: P.c and back-reference C.p are both of the same direction <RelationshipDirection.MANYTOONE: 2>.  Did you mean to set remote_side on the many-to-one side ?",
    ],
  },
  {
    title: "sync_backref=True against a viewonly counterpart",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p", viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs", sync_backref=True)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly back=p reverse=p",
      "! P.cs other configuration InvalidRequestError: Relationship C.p cannot specify sync_backref=True since P.cs includes viewonly=True.",
    ],
  },
  {
    title: "not linked: two relationships copy one column",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship()
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id",
      "~ C.p unlinked-relationships SAWarning: relationship 'C.p' will copy column p.id to column c.p_id, which conflicts with relationship(s): 'P.cs' (copies p.id to c.p_id). If this is not the intention, consider if these relationships should be linked with back_populates, or if viewonly=True should be applied to one or more if they are read-only. For the less common case that foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the columns that should be written towards.   To silence this warning, add the parameter 'overlaps=\"cs\"' to the 'C.p' relationship.",
    ],
  },
  {
    title: "overlaps silences the warning",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(overlaps="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship()
`),
    expected: ["C.p MANYTOONE P scalar pairs=p.id>c.p_id", "P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "viewonly silences the warning",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(viewonly=True)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id",
    ],
  },
  {
    title: "two collections with one counterpart",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["C"]] = relationship(back_populates="p")
    b: Mapped[List["C"]] = relationship(back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="a")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=a reverse=a,b",
      "P.a ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      "P.b ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      "~ P.b unlinked-relationships SAWarning: relationship 'P.b' will copy column p.id to column c.p_id, which conflicts with relationship(s): 'P.a' (copies p.id to c.p_id). If this is not the intention, consider if these relationships should be linked with back_populates, or if viewonly=True should be applied to one or more if they are read-only. For the less common case that foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the columns that should be written towards.   To silence this warning, add the parameter 'overlaps=\"a\"' to the 'P.b' relationship.",
    ],
  },
  {
    title: "composite foreign keys that share a column",
    models: declarative(`
class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class P(Base):
    __tablename__ = "p"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    __table_args__ = (ForeignKeyConstraint(["tenant", "p_id"], ["p.tenant", "p.id"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    tenant: Mapped[int] = mapped_column(ForeignKey("t.id"))
    p_id: Mapped[int]
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id,p.tenant>c.tenant",
      "T.cs ONETOMANY C list pairs=t.id>c.tenant",
      "~ P.cs unlinked-relationships SAWarning: relationship 'P.cs' will copy column p.tenant to column c.tenant, which conflicts with relationship(s): 'T.cs' (copies t.id to c.tenant). If this is not the intention, consider if these relationships should be linked with back_populates, or if viewonly=True should be applied to one or more if they are read-only. For the less common case that foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the columns that should be written towards.   To silence this warning, add the parameter 'overlaps=\"cs\"' to the 'P.cs' relationship.",
    ],
  },
];
