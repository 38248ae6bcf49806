import { declarative, type Specification } from "../specification.ts";

/** What the text in a relationship's arguments stands for. */
export const names: readonly Specification[] = [
  {
    title: "a dotted path, whole or in part",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["models.C"]] = relationship(viewonly=True)
    b = relationship("models.C", viewonly=True, primaryjoin="models.P.id == models.C.p_id")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
  {
    title: "an unknown class",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()
`),
    expected: [
      "! P.cs unknown-relationship-target configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression 'C' failed to locate a name ('C'). If this is a class name, consider adding this relationship() to the <class 'models.P'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "an unknown class of a known module",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("models.C")
`),
    expected: [
      "! P.cs unknown-relationship-target configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression 'models.C' failed to locate a name (\"Module 'models' has no mapped classes registered under the name 'C'\"). If this is a class name, consider adding this relationship() to the <class 'models.P'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "an unknown module",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("nowhere.C")
`),
    expected: [
      "! P.cs unknown-relationship-target configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression 'nowhere.C' failed to locate a name ('nowhere.C'). If this is a class name, consider adding this relationship() to the <class 'models.P'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "a table name instead of a class name",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("c")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "! P.cs unknown-relationship-target configuration ArgumentError: relationship 'cs' expects a class or a mapper argument (received: <class 'sqlalchemy.sql.schema.Table'>)",
    ],
  },
  {
    title: "a lambda that returns text",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship(lambda: "P")
`),
    expected: [
      "! P.cs unknown-relationship-target configuration ArgumentError: relationship 'cs' expects a class or a mapper argument (received: <class 'str'>)",
    ],
  },
  {
    title: "a class of another base is not seen",
    models: declarative(`
class Other(DeclarativeBase):
    pass

class C(Other):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C")
`),
    expected: [
      "! P.cs unknown-relationship-target configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression 'C' failed to locate a name ('C'). If this is a class name, consider adding this relationship() to the <class 'models.P'> class after both dependent classes have been defined.",
    ],
  },
  {
    title: "one name in two bases",
    models: declarative(`
class Other(DeclarativeBase):
    pass

class Outer:
    class C(Other):
        __tablename__ = "c"
        id: Mapped[int] = mapped_column(primary_key=True)

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "two classes of one name",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C")

class Outer:
    class C(Base):
        __tablename__ = "c1"
        id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      '! P.cs other configuration InvalidRequestError: Multiple classes found for path "C" in the registry of this declarative base. Please use a fully module-qualified path.',
    ],
  },
  {
    title: "a class that is not mapped",
    models: declarative(`
class C:
    pass

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship(C)
`),
    expected: ["! P.cs unknown-relationship-target configuration UnmappedClassError: Class 'models.C' is not mapped"],
  },
];
