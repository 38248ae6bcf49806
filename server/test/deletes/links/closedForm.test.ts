import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PathImpact } from "../../../src/deletes/impact.ts";
import { buildLinks } from "../../../src/deletes/links/links.ts";
import { deletePaths, type Outcome } from "../../../src/deletes/outcome.ts";
import { previewDelete } from "../../../src/deletes/preview.ts";
import { type Database, openDatabase } from "../../../src/deletes/throwaway/database.ts";
import type { Lazy } from "../../../src/models/schema/relationship.ts";
import type { Schema } from "../../../src/models/schema/schema.ts";
import { buildSchemaFrom, type ColumnSpec, classKey, pk, type RelationshipSpec } from "../schemaBuilder.ts";

/**
 * The truth table is computed from the declarations alone, the preview by really deleting. For one foreign key the two
 * must say the same, whatever the declarations are.
 */
describe("the closed form agrees with the run on the database", () => {
  let database: Database;

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    database = opened.database;
  });

  afterAll(() => database.close());

  const cascades = ["default", "delete"] as const;
  const passives = [false, true, "all"] as const;
  const lazies: readonly Lazy[] = [
    "select",
    "raise",
    "joined",
    "selectin",
    "subquery",
    "immediate",
    "noload",
    "dynamic",
    "write_only",
  ];
  const columns: readonly (readonly [string, ColumnSpec])[] = [
    ["nullable", {}],
    ["required", { nullable: false }],
    ["in the key", { primaryKey: true, nullable: false }],
    ["with a default", { serverDefault: "2" }],
  ];
  const actions = [undefined, "NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"];

  const options = cascades.flatMap((cascade) =>
    passives
      .filter((passiveDeletes) => !(passiveDeletes === "all" && cascade === "delete"))
      .flatMap((passiveDeletes) => lazies.map((lazy) => ({ cascade, passiveDeletes, lazy }))),
  );

  test.each(options)("one-to-many with %j", (option) => expectAgreement(option));

  test("viewonly", () => expectAgreement({ viewonly: true }));

  test("no relationship", () => expectAgreement(null));

  test.each([false, true, "all"] as const)("one-to-one with passive_deletes=%s", (passiveDeletes) => {
    expectAgreement({ passiveDeletes, uselist: false }, { unique: true });
  });

  test.each(passives.flatMap((passiveDeletes) => lazies.map((lazy) => ({ passiveDeletes, lazy }))))(
    "many-to-many with %j",
    (option) => {
      for (const onDelete of actions) {
        const link = { ...pk, ...(onDelete === undefined ? {} : { onDelete }) };
        const schema = buildSchemaFrom({
          parent: {
            class: "Parent",
            columns: { id: pk },
            relationships: { others: { to: "Other", secondary: "link", ...option } },
          },
          other: { class: "Other", columns: { id: pk } },
          link: {
            columns: { parent_id: { ...link, references: "parent.id" }, other_id: { ...pk, references: "other.id" } },
          },
        });
        expectSame(schema, "link.parent_id -> parent.id", { onDelete, ...option });
      }
    },
  );

  function expectAgreement(relationship: Omit<RelationshipSpec, "to"> | null, more: ColumnSpec = {}) {
    for (const [name, column] of columns) {
      for (const onDelete of actions) {
        const schema = buildSchemaFrom({
          parent: {
            class: "Parent",
            columns: { id: pk },
            ...(relationship === null ? {} : { relationships: { children: { to: "Child", ...relationship } } }),
          },
          child: {
            class: "Child",
            columns: {
              id: pk,
              parent_id: {
                ...column,
                ...more,
                references: "parent.id",
                ...(onDelete === undefined ? {} : { onDelete }),
              },
            },
          },
        });
        expectSame(schema, "child.parent_id -> parent.id", { name, onDelete, relationship });
      }
    }
  }

  function expectSame(schema: Schema, label: string, about: unknown) {
    for (const sqliteForeignKeys of [true, false]) {
      const link = buildLinks(schema, { sqliteForeignKeys }).find((each) => each.label === label);
      const impact = previewDelete(schema, classKey("Parent"), { sqliteForeignKeys }, database);
      for (const path of deletePaths) {
        const verdict = link?.sides[0]?.verdict[path];
        const really = impact && outcomeOf(impact.paths[path], label);
        expect(really, JSON.stringify({ path, sqliteForeignKeys, about })).toEqual(verdict && shape(verdict));
      }
    }
  }
});

function shape(outcome: Outcome): unknown {
  if (outcome.kind !== "blocked") return { kind: outcome.kind, by: outcome.by };
  return { kind: "blocked", error: `${outcome.error.kind}: ${outcome.error.reason}` };
}

function outcomeOf({ error, effects }: PathImpact, label: string): unknown {
  if (error) return { kind: "blocked", error: `${error.kind}: ${error.reason}` };
  const found = effects.filter(({ foreignKey }) => foreignKey === label);
  return found.length === 1 ? { kind: found[0]?.outcome, by: found[0]?.by } : found;
}
