import { expect, test } from "vitest";
import type { Link } from "../../../src/deletes/links/link.ts";
import { buildLinks, buildLinksStepwise, type LinkOptions } from "../../../src/deletes/links/links.ts";
import type { Outcome } from "../../../src/deletes/outcome.ts";
import { finish } from "../../../src/models/steps.ts";
import { buildSchemaFrom, type ColumnSpec, pk, type RelationshipSpec, type TableSpec } from "../schemaBuilder.ts";

/** A parent with `children`; the cell of each path in the words of the truth table. */
function cells(relationship: Omit<RelationshipSpec, "to"> | null, column: ColumnSpec, options?: LinkOptions) {
  const schema = buildSchemaFrom({
    parent: {
      class: "Parent",
      columns: { id: pk },
      ...(relationship === null ? {} : { relationships: { children: { to: "Child", ...relationship } } }),
    },
    child: { class: "Child", columns: { id: pk, parent_id: { references: "parent.id", ...column } } },
  });
  return verdicts(buildLinks(schema, options)[0]);
}

function verdicts(link: Link | undefined, side = 0): string {
  const verdict = link?.sides[side]?.verdict;
  if (!verdict) return "no link";
  return [verdict.orm, verdict.ormLoaded, verdict.sql].map(words).join(" | ");
}

function words(outcome: Outcome): string {
  if (outcome.kind !== "blocked") return `${outcome.by} ${outcome.kind}`;
  return `${outcome.error.kind}: ${outcome.error.reason}`;
}

const FK = "IntegrityError: FOREIGN KEY constraint failed";
const REQUIRED = "IntegrityError: NOT NULL constraint failed: child.parent_id";

test.each<[string, Omit<RelationshipSpec, "to"> | null, ColumnSpec, string]>([
  [
    "a plain relationship nulls before CASCADE can fire",
    {},
    { onDelete: "CASCADE" },
    `orm nulled | orm nulled | database deleted`,
  ],
  [
    "a plain relationship over a required key fails",
    {},
    { nullable: false, onDelete: "CASCADE" },
    `${REQUIRED} | ${REQUIRED} | database deleted`,
  ],
  ["RESTRICT is bypassed by nulling", {}, { onDelete: "RESTRICT" }, `orm nulled | orm nulled | ${FK}`],
  ["delete cascade, no ON DELETE", { cascade: "delete" }, { nullable: false }, `orm deleted | orm deleted | ${FK}`],
  [
    "passive delete cascade depends on loading",
    { cascade: "delete", passiveDeletes: true },
    { onDelete: "SET NULL" },
    `database nulled | orm deleted | database nulled`,
  ],
  ["passive without ON DELETE", { cascade: "delete", passiveDeletes: true }, {}, `${FK} | orm deleted | ${FK}`],
  [
    "passive, plain cascade, CASCADE",
    { passiveDeletes: true },
    { onDelete: "CASCADE" },
    `database deleted | orm nulled | database deleted`,
  ],
  [
    "passive all leaves everything to the database",
    { passiveDeletes: "all" },
    { onDelete: "CASCADE" },
    `database deleted | database deleted | database deleted`,
  ],
  ["no relationship", null, { onDelete: "SET NULL", nullable: false }, `${REQUIRED} | ${REQUIRED} | ${REQUIRED}`],
  ["viewonly is no relationship", { viewonly: true, cascade: "delete" }, {}, `${FK} | ${FK} | ${FK}`],
  ["noload is no relationship", { lazy: "noload", cascade: "delete" }, {}, `${FK} | ${FK} | ${FK}`],
  [
    "eager loading defeats passive_deletes",
    { passiveDeletes: true, lazy: "selectin" },
    { onDelete: "CASCADE" },
    `orm nulled | orm nulled | database deleted`,
  ],
  [
    "dynamic is never loaded",
    { passiveDeletes: true, lazy: "dynamic" },
    { onDelete: "CASCADE" },
    `database deleted | database deleted | database deleted`,
  ],
  [
    "SET DEFAULT without a default nulls",
    null,
    { onDelete: "SET DEFAULT" },
    `database nulled | database nulled | database nulled`,
  ],
  [
    "SET DEFAULT without a default, required",
    null,
    { onDelete: "SET DEFAULT", nullable: false },
    `${REQUIRED} | ${REQUIRED} | ${REQUIRED}`,
  ],
  [
    "SET DEFAULT with a default",
    null,
    { onDelete: "SET DEFAULT", nullable: false, serverDefault: "2" },
    `database defaulted | database defaulted | database defaulted`,
  ],
])("%s", (_, relationship, column, expected) => {
  expect(cells(relationship, column)).toBe(expected);
});

test("SQLite without PRAGMA foreign_keys leaves dangling rows, the ORM side is unchanged", () => {
  const off = { sqliteForeignKeys: false };
  expect(cells(null, { onDelete: "CASCADE" }, off)).toBe("database dangling | database dangling | database dangling");
  expect(cells({}, { nullable: false }, off)).toBe(`${REQUIRED} | ${REQUIRED} | database dangling`);
});

test("a write_only collection without passive_deletes cannot be read", () => {
  const attribute = "Parent.children";
  const refused = `InvalidRequestError: Attribute ${attribute} can't load the existing state from the database for this operation; full iteration is not permitted.  If this is a delete operation, configure passive_deletes=True on the ${attribute} relationship in order to resolve this error.`;
  expect(cells({ lazy: "write_only" }, { onDelete: "CASCADE" })).toBe(`${refused} | ${refused} | database deleted`);
  expect(cells({ lazy: "write_only", passiveDeletes: true }, { onDelete: "CASCADE" })).toBe(
    "database deleted | database deleted | database deleted",
  );
});

test("a key column of the child's primary key cannot be blanked out", () => {
  const blank =
    "AssertionError: Dependency rule on column 'parent.id' tried to blank-out primary key column 'child.parent_id' on instance '<Child>'";
  expect(cells({}, { primaryKey: true, nullable: false })).toBe(`${blank} | ${blank} | ${FK}`);
  expect(cells({ cascade: "delete" }, { primaryKey: true, nullable: false })).toBe(`orm deleted | orm deleted | ${FK}`);
});

test("SET NULL into a rowid alias is a type error", () => {
  const schema = buildSchemaFrom({
    parent: { class: "Parent", columns: { id: pk } },
    child: { class: "Child", columns: { id: { ...pk, references: "parent.id", onDelete: "SET NULL" } } },
  });
  expect(verdicts(buildLinks(schema)[0])).toContain("IntegrityError: datatype mismatch");
});

test("a foreign key to a column that is not unique fails every statement", () => {
  const schema = buildSchemaFrom({
    parent: { class: "Parent", columns: { id: pk, code: {} } },
    child: { class: "Child", columns: { id: pk, code: { references: "parent.code" } } },
  });
  expect(verdicts(buildLinks(schema)[0])).toContain(
    'OperationalError: foreign key mismatch - "child" referencing "parent"',
  );
});

const manyToMany: Readonly<Record<string, TableSpec>> = {
  user: {
    class: "User",
    columns: { id: pk },
    relationships: { groups: { to: "Group", secondary: "membership" } },
  },
  group: { class: "Group", columns: { id: pk } },
  membership: {
    columns: { user_id: { ...pk, references: "user.id" }, group_id: { ...pk, references: "group.id" } },
  },
};

test("association rows go with the side that declares the relationship only", () => {
  const [toUser, toGroup] = buildLinks(buildSchemaFrom(manyToMany));
  expect(verdicts(toUser)).toBe(`orm deleted | orm deleted | ${FK}`);
  expect(verdicts(toGroup)).toBe(`${FK} | ${FK} | ${FK}`);
  expect(toUser?.sides[0]?.manyToMany.map(({ name }) => name)).toEqual(["groups"]);
  expect(toGroup?.manyToMany.map(({ name }) => name)).toEqual(["groups"]);
  expect(toGroup?.sides[0]?.manyToMany).toEqual([]);
});

test("labels name every column, in parentheses where there are several", () => {
  const schema = buildSchemaFrom({
    order: { columns: { tenant: pk, id: pk } },
    line: {
      columns: { id: pk, tenant: {}, order_id: {} },
      foreignKeys: [{ columns: ["tenant", "order_id"], references: "order", targets: ["tenant", "id"] }],
    },
  });
  const link = buildLinks(schema)[0];
  expect(link?.label).toBe("line.(tenant, order_id) -> order.(tenant, id)");
  expect(link?.sides).toHaveLength(1);
  expect(link?.sides[0]?.parentClass).toBeNull();
});

test("every class whose rows live in the parent table is a side of its own", () => {
  const schema = buildSchemaFrom({
    person: {
      class: "Person",
      columns: { id: pk },
      relationships: { notes: { to: "Note", cascade: "delete" } },
    },
    engineer: {
      class: "Engineer",
      inherits: "Person",
      inheritance: "joined",
      columns: { id: { ...pk, references: "person.id" } },
    },
    note: { class: "Note", columns: { id: pk, person_id: { references: "person.id" } } },
  });
  const links = buildLinks(schema);
  const [inheritance, notes] = links;
  expect(inheritance?.kind).toBe("inheritance");
  expect(verdicts(inheritance, 1)).toBe(`orm deleted | orm deleted | ${FK}`);
  expect(notes?.sides.map(({ parentClass }) => parentClass)).toEqual(["models:Person", "models:Engineer"]);
  expect(notes?.sides[1]?.relationships.map(({ name }) => name)).toEqual(["notes"]);
});

test("links between tables that nothing changed for stay the same objects", () => {
  const schema = buildSchemaFrom({
    parent: { class: "Parent", columns: { id: pk } },
    child: { class: "Child", columns: { id: pk, parent_id: { references: "parent.id" } } },
    other: { class: "Other", columns: { id: pk } },
    note: { class: "Note", columns: { id: pk, other_id: { references: "other.id" } } },
  });
  const build = finish(buildLinksStepwise(schema, {}, null));
  const tables = new Map(schema.tables);
  for (const [key, table] of tables) if (table.name === "other") tables.set(key, { ...table });
  const later = finish(buildLinksStepwise({ ...schema, tables }, {}, build)).links;
  expect(later).toEqual(buildLinks({ ...schema, tables }));
  expect(later.map((link, index) => link === build.links[index])).toEqual([true, false]);
});
