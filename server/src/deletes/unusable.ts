import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { ModelProblem, Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import { compileError } from "./ddl/createTable.ts";
import type { DeleteError } from "./outcome.ts";

const phases: readonly ModelProblem["phase"][] = ["import", "configuration", "ddl"];

/**
 * The error that keeps every delete of a class from being tried at all, null where there is none. SQLAlchemy configures
 * all mappers of a registry together and creates all tables of a `MetaData` together, so one broken declaration fails the
 * use of every class beside it. Errors on import come first, then configuration in order of definition, then DDL.
 */
export function unusableBecause(schema: Schema, mapped: MappedClass): DeleteError | null {
  const metadata = schema.tables.get(mapped.table)?.metadata;
  const order = [...schema.classes.keys()];
  const rank = (problem: ModelProblem) => (problem.classKey === null ? -1 : order.indexOf(problem.classKey));
  for (const phase of phases) {
    const [first] = schema.problems
      .filter((problem) => problem.phase === phase && concerns(schema, problem, metadata))
      .sort((one, other) => rank(one) - rank(other));
    if (first) return { kind: first.exception, reason: first.message, foreignKey: null };
  }
  for (const table of schema.tables.values()) {
    if (table.metadata !== metadata) continue;
    for (const foreignKey of table.foreignKeys) {
      const error = compileError(foreignKey);
      if (error) return error;
    }
  }
  return null;
}

/** A problem of a class or table in another `MetaData` stays there. */
function concerns(schema: Schema, problem: ModelProblem, metadata: string | undefined): boolean {
  const table =
    problem.table ?? (problem.classKey === null ? null : (schema.classes.get(problem.classKey)?.table ?? null));
  const known: Table | undefined = table === null ? undefined : schema.tables.get(table);
  return known === undefined || known.metadata === metadata;
}
