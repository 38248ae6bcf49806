import { expect, test } from "vitest";
import { dumpRelationships, schemaOf } from "./specification.ts";
import { allSpecifications } from "./specifications/all.ts";

/** A fixed sequence of numbers below `limit`, so that a failure comes back. */
function sequence(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % limit;
  };
}

test("half-typed and garbled relationships give a result", () => {
  const next = sequence(7);
  const sources = Object.values(allSpecifications).flatMap((list) => list.map(({ models }) => models));
  const pieces = ["(", ")", "[", '"', "'", ",", "=", "lambda:", "None", "**", "\n", "relationship", "\u0000", "é"];
  for (let round = 0; round < 400; round++) {
    const source = sources[next(sources.length)] ?? "";
    const at = next(source.length + 1);
    const cut = next(3) === 0 ? next(40) : 0;
    const text = source.slice(0, at) + (pieces[next(pieces.length)] ?? "") + source.slice(at + cut);
    expect(Array.isArray(dumpRelationships(schemaOf(text)))).toBe(true);
  }
});

test("joins nested and chained beyond any sense give a result", () => {
  const depth = 5_000;
  const joins = [
    `"${"and_(".repeat(depth)}A.id == A.b_id${")".repeat(depth)}"`,
    `"${"A.id == A.b_id & ".repeat(depth)}True"`,
    `lambda: ${"(A.id == A.b_id) & ".repeat(depth)}True`,
    `"[${"A.id, ".repeat(depth)}] == [${"A.b_id, ".repeat(depth)}]"`,
    `"${"A.".repeat(depth)}id"`,
  ];
  for (const join of joins) {
    const models = `from sqlmodel import Field, Relationship, SQLModel
class A(SQLModel, table=True):
    id: int = Field(primary_key=True)
    b_id: int = Field(foreign_key="a.id")
    a: "A" = Relationship(sa_relationship_kwargs={"primaryjoin": ${join}, "foreign_keys": "A.b_id"})
`;
    expect(Array.isArray(dumpRelationships(schemaOf(models)))).toBe(true);
  }
});
