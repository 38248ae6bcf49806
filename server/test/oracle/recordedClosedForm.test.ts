import { describe, expect, test } from "vitest";
import { deleteSteps, type Step } from "../../src/deletes/closure.ts";
import type { Row, Rows } from "../../src/deletes/impact.ts";
import { buildLinks } from "../../src/deletes/links/links.ts";
import { type DeletePath, deletePaths, type Outcome } from "../../src/deletes/outcome.ts";
import { qualifiedName } from "../../src/deletes/qualifiedName.ts";
import type { ClassKey } from "../../src/models/schema/keys.ts";
import type { MappedClass } from "../../src/models/schema/mappedClass.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import { schemaOfFiles } from "./compareSchema.ts";
import { type RecordedCase, type RecordedModule, type RecordedPath, recordedModules } from "./recordedCases.ts";

/**
 * The verdicts that rules and hovers read are computed from the declarations alone, each for one foreign key. Where the rows
 * of a recorded delete hang together like a tree, every foreign key once, they must add up to what was recorded.
 */
describe("the truth table agrees with what SQLAlchemy was seen to do", () => {
  const families = Map.groupBy(recordedModules(), ({ family }) => family);
  let compared = 0;

  test.each([...families.keys()])("%s", (family) => {
    const found = (families.get(family) ?? []).map(compareModule);
    compared += found.reduce((sum, module) => sum + module.compared, 0);
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  test("wherever it applies, which is most often", () => {
    expect(compared).toBeGreaterThan(10_000);
  });
});

function compareModule({ source, cases }: RecordedModule): {
  readonly compared: number;
  readonly wrong: readonly object[];
} {
  const schema = schemaOfFiles({ "models.py": source });
  const wrong: object[] = [];
  let compared = 0;
  if (schema.problems.length > 0 || [...schema.classes.values()].some(isBeyondForeignKeys)) return { compared, wrong };
  for (const recorded of cases) {
    for (const path of deletePaths) {
      const truth = recorded.paths[path];
      const verdicts = truth && verdictsOf(schema, recorded, path);
      if (!verdicts) continue;
      compared++;
      const difference = differenceOf(verdicts, truth, recorded.rows);
      if (difference !== null) wrong.push({ case: recorded.name, model: recorded.model, path, difference, source });
    }
  }
  return { compared, wrong };
}

/** One object in several tables, or a relationship where the database knows of none: no foreign key tells of it. */
function isBeyondForeignKeys({ inherits, relationships }: MappedClass): boolean {
  return (
    inherits !== null ||
    relationships.some(({ foreignKeys, secondary }) => foreignKeys.length === 0 && secondary === null)
  );
}

/** What the closed form says of the rows that one foreign key ties to deleted rows. */
interface Verdict {
  readonly label: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly outcome: Outcome;
}

/** Null where the rows are no tree, or where what the closed form leaves open matters. */
function verdictsOf(schema: Schema, recorded: RecordedCase, path: DeletePath): readonly Verdict[] | null {
  const links = buildLinks(schema, { sqliteForeignKeys: recorded.foreignKeys });
  const steps = deleteSteps(schema, links, `models:${recorded.model}` as ClassKey, path);
  const start = schema.tables.get(schema.classes.get(`models:${recorded.model}` as ClassKey)?.table ?? ("" as never));
  if (!start) return null;
  const verdicts: Verdict[] = [];
  const visited = new Set([qualifiedName(start)]);
  const walk = (after: Step | null, parents: readonly Row[]): boolean => {
    for (const step of steps.filter((each) => each.after === after)) {
      const { link, relationship, outcome } = step;
      if (!link || step.table !== link.child.key || relationship?.direction === "MANYTOONE") return false;
      const table = qualifiedName(link.child);
      const { columns, target } = link.foreignKey;
      const rows = (recorded.rows[table] ?? []).filter((row) =>
        parents.some((parent) =>
          columns.every((name, at) => row[name] != null && row[name] === parent[target.columns[at] ?? ""]),
        ),
      );
      if (rows.length === 0) continue;
      if (visited.has(table) || isOpen(schema, step, rows, recorded.rows)) return false;
      visited.add(table);
      verdicts.push({ label: link.label, table, columns, rows, outcome });
      if (outcome.kind === "deleted" && !walk(step, rows)) return false;
    }
    return true;
  };
  const victims = (recorded.rows[qualifiedName(start)] ?? []).filter((row) =>
    Object.entries(recorded.victim).every(([name, value]) => row[name] === value),
  );
  return walk(null, victims) ? verdicts : null;
}

/** What the closed form assumes does not hold for these rows: see `outcomeOf` in `deletes/truthTable.ts`. */
function isOpen(schema: Schema, { link, relationship, outcome }: Step, rows: readonly Row[], all: Rows): boolean {
  const over = link?.sides.flatMap(({ relationships }) => relationships) ?? [];
  const severalBehindScalar = relationship !== null && !relationship.uselist && rows.length > 1;
  const repeated = new Set(rows.map((row) => JSON.stringify(row))).size < rows.length;
  const defaultIsGone = outcome.kind === "defaulted" && !defaultExists(schema, link, all);
  return (
    over.some(({ partial, postUpdate }) => partial || postUpdate) || severalBehindScalar || repeated || defaultIsGone
  );
}

function defaultExists(schema: Schema, link: Step["link"], all: Rows): boolean {
  const [column, target] = [link?.foreignKey.columns[0], link?.foreignKey.target.columns[0] ?? ""];
  const text = link?.child.columns.find(({ name }) => name === column)?.serverDefault?.replaceAll(/\D/g, "");
  const parent = link && schema.tables.get(link.parent.key);
  return (
    parent !== undefined &&
    parent !== null &&
    (all[qualifiedName(parent)] ?? []).some((row) => String(row[target]) === text)
  );
}

function differenceOf(verdicts: readonly Verdict[], truth: RecordedPath, before: Rows): unknown {
  const errors = verdicts.flatMap(({ outcome }) =>
    outcome.kind === "blocked" ? [`${outcome.error.kind}: ${outcome.error.reason}`] : [],
  );
  const error = truth.error && `${truth.error.kind}: ${truth.error.reason.replaceAll(/ at 0x\w+/g, "")}`;
  if (error !== null || errors.length > 0) return error !== null && errors.includes(error) ? null : { errors, error };
  const after = truth.after ?? before;
  const wrong = verdicts.filter((verdict) => actualOutcome(verdict, after) !== verdict.outcome.kind);
  return wrong.length === 0 ? null : wrong.map(({ label, outcome }) => ({ label, outcome }));
}

function actualOutcome({ table, columns, rows, outcome }: Verdict, after: Rows): string {
  const left = after[table] ?? [];
  const unchanged = rows.filter((row) => left.some((other) => JSON.stringify(other) === JSON.stringify(row)));
  if (unchanged.length === rows.length) return outcome.kind === "dangling" ? "dangling" : "untouched";
  const total = left.filter((row) => columns.some((name) => row[name] === null)).length;
  const others = rows.filter((row) => columns.every((name) => left.some((other) => other[name] !== row[name])));
  if (total >= rows.length) return "nulled";
  return others.length > 0 && outcome.kind === "defaulted" ? "defaulted" : "deleted";
}
