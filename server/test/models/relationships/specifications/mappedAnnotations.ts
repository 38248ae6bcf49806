import { declarative, type Specification } from "../specification.ts";

/** Targets, scalar relationships and loading from SQLAlchemy annotations. */
export const mappedAnnotations: readonly Specification[] = [
  {
    title: "every spelling of a collection",
    models: declarative(`
from sqlalchemy.ext.orderinglist import OrderingList, ordering_list
from sqlalchemy.orm.collections import InstrumentedSet

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped[List["C"]] = relationship(viewonly=True)
    b: Mapped[list["C"]] = relationship(viewonly=True)
    c: Mapped[Set["C"]] = relationship(viewonly=True)
    d: Mapped[Dict[str, "C"]] = relationship(viewonly=True, collection_class=attribute_keyed_dict("id"))
    e: "Mapped[List[C]]" = relationship(viewonly=True)
    f = relationship("C", viewonly=True)
    g: Mapped[Sequence["C"]] = relationship(viewonly=True, collection_class=list)
    h: Mapped[OrderingList["C"]] = relationship(viewonly=True, collection_class=ordering_list("id"))
    i: Mapped[InstrumentedSet["C"]] = relationship(viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.c ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.d ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.e ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.f ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.g ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.h ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.i ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
  {
    title: "every spelling of a scalar",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    a: Mapped["P"] = relationship(viewonly=True)
    b: Mapped[Optional["P"]] = relationship(viewonly=True)
    c: Mapped["P | None"] = relationship(viewonly=True)
    d: Mapped["Optional[P]"] = relationship(viewonly=True)
    e: Mapped[P | None] = relationship(viewonly=True)
    f: Mapped[Union[None, P]] = relationship(viewonly=True)
    g: "Mapped[P]" = relationship(viewonly=True)
    h: "Mapped[Optional[P]]" = relationship(viewonly=True)
    i = relationship(P, viewonly=True)
    j = relationship(lambda: P, viewonly=True)
    k: Mapped["Union[P, None]"] = relationship(viewonly=True)
`),
    expected: [
      "C.a MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.b MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.c MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.d MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.e MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.f MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.g MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.h MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.i MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.j MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "C.k MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
  {
    title: "a scalar annotation overrules uselist=True, a list annotation does not overrule uselist=False",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Mapped["C"] = relationship(viewonly=True, uselist=True)
    b: Mapped[List["C"]] = relationship(viewonly=True, uselist=False)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
  {
    title: "the argument beats the annotation",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["D"]] = relationship("C")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "DynamicMapped and WriteOnlyMapped decide the loading",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a: DynamicMapped["C"] = relationship(overlaps="b")
    b: WriteOnlyMapped["C"] = relationship(passive_deletes=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id lazy=dynamic",
      "P.b ONETOMANY C list pairs=p.id>c.p_id passive=true lazy=write_only",
    ],
  },
  {
    title: "future annotations",
    models: declarative(`
from __future__ import annotations
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List[C]] = relationship(back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped[P | None] = relationship(back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "a generic in quotes inside Mapped",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped["List[C]"] = relationship()
`),
    expected: [
      "! P.cs relationship-annotation configuration InvalidRequestError: When initializing mapper Mapper[P(p)], expression \"relationship('List[C]')\" seems to be using a generic class as the argument to relationship(); please state the generic argument using an annotation, e.g. \"cs: Mapped[List['C']] = relationship()\"",
    ],
  },
  {
    title: "an abstract collection",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[Sequence["C"]] = relationship()
`),
    expected: [
      "! P.cs relationship-annotation import ArgumentError: Collection annotation type <class 'collections.abc.Sequence'> cannot be instantiated; please provide an explicit 'collection_class' parameter (e.g. list, set, etc.) to the relationship() function to accompany this annotation",
    ],
  },
  {
    title: "no target at all",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship()
`),
    expected: [
      '! P.cs relationship-annotation import ArgumentError: Python typing annotation is required for attribute "P.cs" when primary argument(s) for "Relationship" construct are None or not present',
    ],
  },
  {
    title: "no target, assigned after the class",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

P.cs = relationship()
`),
    expected: [
      "! P.cs relationship-annotation configuration ArgumentError: relationship 'cs' expects a class or a mapper argument (received: <class 'NoneType'>)",
    ],
  },
  {
    title: "an annotation without Mapped in a project that uses Mapped",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: List["C"] = relationship("C")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship()
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id",
      '! P.cs relationship-annotation import MappedAnnotationError: Type annotation for "P.cs" can\'t be correctly interpreted for Annotated Declarative Table form.  ORM annotations should normally make use of the ``Mapped[]`` generic type, or other ORM-compatible generic type, as a container for the actual type, which indicates the intent that the attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated Declarative to disregard legacy annotations which don\'t use Mapped[] to pass, set "__allow_unmapped__ = True" on the class or a superclass this class.',
    ],
  },
  {
    title: "an annotation without Mapped where that is allowed",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    __allow_unmapped__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Optional["C"] = relationship("C")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(viewonly=True)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "P.cs ONETOMANY C scalar pairs=p.id>c.p_id",
    ],
  },
  {
    title: "assigned after the class, with a class",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

P.cs = relationship(C, back_populates="p", cascade="all")
C.p = relationship(P, back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update back=p reverse=p",
    ],
  },
  {
    title: "annotations without Mapped where that is allowed are read all the same",
    models: declarative(`
class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

class P(Base):
    __tablename__ = "p"
    __allow_unmapped__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    a: Optional["C"] = relationship(viewonly=True)
    b: List["C"] = relationship(viewonly=True)
    c: "C" = relationship("C", viewonly=True)
    d: "List[C]" = relationship("C", viewonly=True)
    e: "List[D]" = relationship("C", viewonly=True)
    f: int = relationship("C", viewonly=True)
`),
    expected: [
      "P.a ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.c ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "P.d ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.e ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
      "P.f ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
  {
    title: "future annotations without Mapped where that is allowed",
    models: declarative(`
from __future__ import annotations
class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

class P(Base):
    __tablename__ = "p"
    __allow_unmapped__ = True
    id: Mapped[int] = mapped_column(primary_key=True)
    a: List[C] = relationship(viewonly=True)
    b: List[D] = relationship("C", viewonly=True)

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C scalar pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
];
