import { declarative, type Specification } from "../specification.ts";

/** Relationships of mapped hierarchies and of mixins. */
export const inheritance: readonly Specification[] = [
  {
    title: "joined inheritance: relationships of the base are those of the subclass",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    cs: Mapped[List["C"]] = relationship(back_populates="p", cascade="all")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    ds: Mapped[List["D"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "q"}

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs")

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    q_id: Mapped[int] = mapped_column(ForeignKey("q.id"))
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update back=p reverse=p",
      "Q.ds ONETOMANY D list pairs=q.id>d.q_id",
      "Q.cs ONETOMANY C list from=P pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update back=p reverse=p",
    ],
  },
  {
    title: "joined inheritance: a relationship of the subclass over the base's table",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class Q(P):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="q")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    q: Mapped["Q"] = relationship(back_populates="cs")
`),
    expected: [
      "C.q MANYTOONE Q scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "Q.cs ONETOMANY C list pairs=p.id>c.p_id back=q reverse=q",
    ],
  },
  {
    title: "joined inheritance: the foreign key is in the subclass's table",
    models: declarative(`
class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    qs: Mapped[List["Q"]] = relationship(back_populates="o")

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class Q(P):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    o_id: Mapped[int] = mapped_column(ForeignKey("o.id"))
    o: Mapped["O"] = relationship(back_populates="qs")
`),
    expected: [
      "O.qs ONETOMANY Q list pairs=o.id>q.o_id back=o reverse=o",
      "Q.o MANYTOONE O scalar pairs=o.id>q.o_id back=qs reverse=qs",
    ],
  },
  {
    title: "joined inheritance: a subclass that refers to its base",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class Q(P):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(foreign_keys=[p_id])
    __mapper_args__ = {"inherit_condition": id == P.id}
`),
    expected: ["Q.p MANYTOONE P scalar pairs=p.id>q.p_id"],
  },
  {
    title: "single-table inheritance: a foreign key of the subclass",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    o_id: Mapped[Optional[int]] = mapped_column(ForeignKey("o.id"))
    o: Mapped[Optional["O"]] = relationship(back_populates="qs")
    __mapper_args__ = {"polymorphic_identity": "q"}

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    qs: Mapped[List["Q"]] = relationship(back_populates="o")
`),
    expected: [
      "O.qs ONETOMANY Q list pairs=o.id>p.o_id back=o reverse=o",
      "Q.o MANYTOONE O scalar pairs=o.id>p.o_id back=qs reverse=qs",
    ],
  },
  {
    title: "single-table inheritance: a subclass as the target of the base's foreign key",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    o_id: Mapped[Optional[int]] = mapped_column(ForeignKey("o.id"))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    __mapper_args__ = {"polymorphic_identity": "q"}

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    qs: Mapped[List["Q"]] = relationship()
`),
    expected: ["O.qs ONETOMANY Q list pairs=o.id>p.o_id"],
  },
  {
    title: "a subclass replaces a relationship of its base",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    cs: Mapped[List["C"]] = relationship(viewonly=True)
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    cs: Mapped[List["C"]] = relationship(cascade="all")
    __mapper_args__ = {"polymorphic_identity": "q"}

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "Q.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update",
    ],
  },
  {
    title: "a backref onto a base reaches the subclasses",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    __mapper_args__ = {"polymorphic_identity": "q"}

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
      "Q.cs ONETOMANY C list from=P pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "siblings may write the same column",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    o_id: Mapped[Optional[int]] = mapped_column(ForeignKey("o.id"))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    o: Mapped[Optional["O"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "q"}

class R(P):
    x: Mapped[Optional["O"]] = relationship()
    __mapper_args__ = {"polymorphic_identity": "r"}

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["Q.o MANYTOONE O scalar pairs=o.id>p.o_id", "R.x MANYTOONE O scalar pairs=o.id>p.o_id"],
  },
  {
    title: "concrete inheritance hands on no relationship",
    models: declarative(`
class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    o_id: Mapped[int] = mapped_column(ForeignKey("o.id"))
    o: Mapped["O"] = relationship()

class Q(P):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(primary_key=True)
    __mapper_args__ = {"concrete": True}
`),
    expected: ["P.o MANYTOONE O scalar pairs=o.id>p.o_id"],
  },
  {
    title: "declared_attr relationships are copied to each class",
    models: declarative(`
class HasOwner:
    owner_id: Mapped[int] = mapped_column(ForeignKey("o.id"))

    @declared_attr
    def owner(cls) -> Mapped["O"]:
        return relationship("O", foreign_keys=[cls.owner_id])

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)

class A(HasOwner, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)

class B(HasOwner, Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["A.owner MANYTOONE O scalar pairs=o.id>a.owner_id", "B.owner MANYTOONE O scalar pairs=o.id>b.owner_id"],
  },
  {
    title: "back_populates to a relationship of the target's base",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    cs: Mapped[List["C"]] = relationship(back_populates="q")
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "p"}

class Q(P):
    __mapper_args__ = {"polymorphic_identity": "q"}

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    q: Mapped["Q"] = relationship(back_populates="cs")
`),
    expected: [
      "C.q MANYTOONE Q scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=q reverse=q",
      "Q.cs ONETOMANY C list from=P pairs=p.id>c.p_id back=q reverse=q",
    ],
  },
  {
    title: "joined inheritance of three levels",
    models: declarative(`
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    o_id: Mapped[int] = mapped_column(ForeignKey("o.id"))
    o: Mapped["O"] = relationship(back_populates="as_")

class B(A):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)

class C(B):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)
    ds: Mapped[List["D"]] = relationship(primaryjoin="C.id == D.c_id")

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("a.id"))

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    as_: Mapped[List["A"]] = relationship(back_populates="o")
`),
    expected: [
      "A.o MANYTOONE O scalar pairs=o.id>a.o_id back=as_ reverse=as_",
      "B.o MANYTOONE O scalar from=A pairs=o.id>a.o_id back=as_ reverse=as_",
      "C.o MANYTOONE O scalar from=A pairs=o.id>a.o_id back=as_ reverse=as_",
      "O.as_ ONETOMANY A list pairs=o.id>a.o_id back=o reverse=o",
      "! C.ds missing-foreign-key configuration ArgumentError: Could not locate any relevant foreign key columns for primary join condition 'c.id = d.c_id' on relationship C.ds.  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or are annotated in the join condition with the foreign() annotation.",
    ],
  },
];
