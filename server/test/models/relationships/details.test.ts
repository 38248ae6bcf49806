import { describe, expect, test } from "vitest";
import type { ClassKey, Location } from "../../../src/models/schema/keys.ts";
import type { MappedClass } from "../../../src/models/schema/mappedClass.ts";
import type { Relationship } from "../../../src/models/schema/relationship.ts";
import { declarative, schemaOf, sqlmodel } from "./specification.ts";

/** The relationship `Class.name` of a module, with the text that a location stands for. */
function relationshipOf(models: string, label: string): { relationship: Relationship; text: (at: Location) => string } {
  const [className, name] = label.split(".");
  const mapped = schemaOf(models).classes.get(`models:${className}` as ClassKey);
  const relationship = mapped?.relationships.find((each) => each.name === name);
  if (relationship === undefined) throw new Error(`${label} is not listed`);
  return { relationship, text: (at) => models.slice(at.start, at.end) };
}

const CHILD = `
class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    gone: Mapped[bool]
    kind: Mapped[Optional[str]]
    since: Mapped[Optional[datetime]]
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`;

function withJoin(join: string): string {
  return declarative(`
from datetime import datetime
from sqlalchemy import and_, func, or_

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    active: Mapped[bool]
    cs = relationship("C", primaryjoin=${join}, viewonly=True)
${CHILD}`);
}

describe("criteria of a join beyond its pairs of columns", () => {
  test.each([
    ['"P.id == C.p_id"', false, null],
    ['"and_(P.id == C.p_id, C.gone == False)"', true, '"gone" = 0'],
    ['"and_(P.id == C.p_id, C.gone)"', true, '"gone" = 1'],
    ["lambda: (P.id == C.p_id) & ~C.gone", true, '"gone" = 0'],
    ["\"and_(P.id == C.p_id, C.kind == 'it\\\\'s')\"", true, "\"kind\" = 'it''s'"],
    ['"and_(P.id == C.p_id, C.kind == None)"', true, '"kind" IS NULL'],
    ['"and_(P.id == C.p_id, C.since.is_not(None), 5 < C.id)"', true, '"since" IS NOT NULL AND "id" > 5'],
    ["\"and_(P.id == C.p_id, C.kind.in_(['x', 'y']))\"", true, "\"kind\" IN ('x', 'y')"],
    ["lambda: and_(P.id == C.p_id, or_(C.kind != 'x', C.gone))", true, '("kind" != \'x\' OR "gone" = 1)'],
    // A stored datetime is not written as Python writes it.
    ["\"and_(P.id == C.p_id, C.since > '2020-01-01')\"", true, null],
    ["\"and_(P.id == C.p_id, func.lower(C.kind) == 'x')\"", true, null],
    ['"and_(P.id == C.p_id, or_(P.active, C.gone))"', true, null],
  ])("%s", (join, partial, target) => {
    const criteria = target === null ? null : { target, secondary: null, owner: null };
    expect(relationshipOf(withJoin(join), "P.cs").relationship).toMatchObject({ partial, criteria });
  });

  test("each goes to the table that it is about", () => {
    const join = '"and_(P.id == C.p_id, P.active, C.gone == False)"';
    expect(relationshipOf(withJoin(join), "P.cs").relationship).toMatchObject({
      criteria: { target: '"gone" = 0', secondary: null, owner: '"active" = 1' },
    });
  });

  test("columns of both sides are compared", () => {
    const across = [
      { left: { side: "owner", column: "active" }, operator: "<", right: { side: "target", column: "gone" } },
    ];
    expect(relationshipOf(withJoin('"and_(P.id == C.p_id, P.active < C.gone)"'), "P.cs").relationship).toMatchObject({
      criteria: { target: null, secondary: null, owner: null, across },
    });
  });

  const hierarchy = (ownColumn: string, baseColumn: string): string =>
    declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    qs: Mapped[List["Q"]] = relationship()

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]${baseColumn}
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "b"}

class Q(B):${ownColumn}
    __mapper_args__ = {"polymorphic_identity": "q"}
`);
  const foreignKey = '\n    p_id: Mapped[Optional[int]] = mapped_column(ForeignKey("p.id"))';

  test("a single-table subclass is only part of the rows that its base's foreign key references with", () => {
    expect(relationshipOf(hierarchy("", foreignKey), "P.qs").relationship.partial).toBe(true);
  });

  test("a single-table subclass is all of the rows that its own foreign key references with", () => {
    expect(relationshipOf(hierarchy(foreignKey, ""), "P.qs").relationship.partial).toBe(false);
  });
});

describe("order_by", () => {
  test.each([
    ['"C.id"', ["id"]],
    ['"desc(C.kind)"', ["kind descending"]],
    ["lambda: [C.kind, C.id.desc()]", ["kind", "id descending"]],
    ['"nulls_first(C.kind.desc())"', ["kind descending, nulls first"]],
    ['"C.kind.nulls_last()"', ["kind, nulls last"]],
    ["False", []],
    ['"func.lower(C.kind)"', undefined],
  ])("%s", (orderBy, terms) => {
    const models = withJoin(`"P.id == C.p_id", order_by=${orderBy}`);
    const read = relationshipOf(models, "P.cs").relationship.orderBy?.map(
      ({ column, descending, nulls }) =>
        `${column}${descending ? " descending" : ""}${nulls === null ? "" : `, nulls ${nulls}`}`,
    );
    expect(read).toEqual(terms);
  });
});

describe("foreign keys that a relationship runs over", () => {
  const models = declarative(`
class P(Base):
    __tablename__ = "p"
    tenant: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[int] = mapped_column(primary_key=True)
    whole: Mapped[List["C"]] = relationship(foreign_keys="[C.tenant, C.p_id]", viewonly=True)
    half = relationship("C", primaryjoin="and_(P.id == foreign(C.p_id), P.tenant == C.tenant)", viewonly=True)
    loose = relationship("C", primaryjoin="P.id == foreign(C.p_id)", viewonly=True)

class C(Base):
    __tablename__ = "c"
    __table_args__ = (ForeignKeyConstraint(["tenant", "p_id"], ["p.tenant", "p.id"]),)
    id: Mapped[int] = mapped_column(primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    tenant: Mapped[int]
    p_id: Mapped[int]
`);

  function columnsOf(name: string): readonly (readonly string[])[] {
    const schema = schemaOf(models);
    const mapped = schema.classes.get("models:P" as ClassKey);
    const relationship = mapped?.relationships.find((each) => each.name === name);
    return (relationship?.foreignKeys ?? []).map(
      ({ table, index }) => schema.tables.get(table)?.foreignKeys[index]?.columns ?? [],
    );
  }

  test("all members are written", () => expect(columnsOf("whole")).toEqual([["tenant", "p_id"]]));
  test("one member is written, the others compared", () => expect(columnsOf("half")).toEqual([["tenant", "p_id"]]));
  test("a member is missing from the join", () => expect(columnsOf("loose")).toEqual([]));
});

describe("where a relationship is declared", () => {
  test("Relationship() of SQLModel", () => {
    const models = sqlmodel(`
class Node(SQLModel, table=True):
    id: int = Field(primary_key=True)
    parent_id: int = Field(foreign_key="node.id")
    children: list["Node"] = Relationship(cascade_delete=True)
    others: list["Node"] = Relationship(sa_relationship=relationship("Node", viewonly=True))
`);
    const { relationship: own, text } = relationshipOf(models, "Node.children");
    expect([text(own.location), own.call?.callee, own.call && text(own.call)]).toEqual([
      "children",
      "sqlmodel.Relationship",
      "Relationship(cascade_delete=True)",
    ]);
    const { relationship: replaced } = relationshipOf(models, "Node.others");
    expect([replaced.call?.callee, replaced.call && text(replaced.call)]).toEqual([
      "sqlalchemy.orm.relationship",
      'relationship("Node", viewonly=True)',
    ]);
  });

  test("a backref stands where it is named", () => {
    const models = declarative(`
class N(Base):
    __tablename__ = "n"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("n.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("n.id"))
    a = relationship("N", foreign_keys=[a_id], remote_side=[id], backref="as_")
    b = relationship("N", foreign_keys=[b_id], remote_side=[id], backref=backref("bs", cascade="all"))
`);
    const { relationship: plain, text } = relationshipOf(models, "N.as_");
    expect([plain.origin, text(plain.location), plain.call]).toEqual(["backref", '"as_"', null]);
    const { relationship: called } = relationshipOf(models, "N.bs");
    expect([text(called.location), called.call && text(called.call)]).toEqual(['"bs"', 'backref("bs", cascade="all")']);
  });

  test("a relationship that a subclass inherits is listed as its own, declared on the base", () => {
    const models = declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C")

class Q(P):
    pass
${CHILD.replace("Optional[datetime]", "Optional[str]")}`);
    const { relationship } = relationshipOf(models, "Q.cs");
    expect([relationship.owner, relationship.declaredOn]).toEqual(["models:Q", "models:P"]);
  });
});

describe("a problem says what to change", () => {
  test("the attribute, its call, and the foreign keys to choose from", () => {
    const models = declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(lazy="raise")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`);
    const [problem] = schemaOf(models).problems;
    const text = (at: Location | null | undefined): string => (at ? models.slice(at.start, at.end) : "");
    expect([problem?.code, text(problem?.location), text(problem?.call)]).toEqual([
      "ambiguous-foreign-keys",
      "cs",
      'relationship(lazy="raise")',
    ]);
    expect(problem?.details).toEqual({ columns: "a_id,b_id" });
    expect(problem?.related.map(({ message }) => message)).toEqual([
      "the foreign key to p.id",
      "the foreign key to p.id",
    ]);
  });

  test("a self-reference is reported on its scalar side", () => {
    const models = sqlmodel(`
class Node(SQLModel, table=True):
    id: int = Field(primary_key=True)
    parent_id: int = Field(foreign_key="node.id")
    parent: "Node" = Relationship(back_populates="children")
    children: list["Node"] = Relationship(back_populates="parent")
`);
    expect(schemaOf(models).problems.map(({ code, attribute }) => [code, attribute])).toEqual([
      ["self-reference-without-remote-side", "parent"],
    ]);
  });
});

describe("classes that may have more relationships than are listed", () => {
  const complete = (models: string): readonly string[] =>
    [...schemaOf(models).classes.values()].filter((each: MappedClass) => each.complete).map(({ name }) => name);

  test("the owner and the target of a relationship that stays unknown", () => {
    const models = declarative(`
from settings import CASCADE, NAME

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    o_id: Mapped[int] = mapped_column(ForeignKey("o.id"))
    p = relationship("P", backref=NAME)

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", cascade=CASCADE)
`);
    expect(complete(models)).toEqual(["C"]);
  });
});
