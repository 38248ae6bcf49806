import { literal, quoted } from "../deletes/ddl/identifiers.ts";
import type { CellValue, Impact } from "../deletes/impact.ts";
import { type DeletePath, deletePaths } from "../deletes/outcome.ts";
import { type PreviewOptions, previewDelete } from "../deletes/preview.ts";
import { type Database, openDatabase } from "../deletes/throwaway/database.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { Schema } from "../models/schema/schema.ts";
import { RunProblem } from "./output.ts";

const PATH_TITLE: Readonly<Record<DeletePath, string>> = {
  orm: "through the ORM",
  ormLoaded: "through the ORM, relationships loaded before",
  sql: "with SQL, past the ORM",
};

/**
 * A script for the `sqlite3` shell that does what the preview did: tables, rows, and each path's statements in a
 * transaction of their own, followed by the rows that are left. It is a recording of the preview itself. A delete that
 * fails in the preview fails in the shell, which says so and goes on.
 */
export async function impactSql(schema: Schema, model: ClassKey, options: PreviewOptions): Promise<string> {
  const opened = await openDatabase();
  if (!opened.ok) throw new RunProblem(opened.reason);
  const recording: Recording = { setUp: [], paths: [], isFailed: false };
  const impact = previewDelete(schema, model, options, recorded(opened.database, recording));
  opened.database.close();
  if (impact === null) throw new RunProblem(`${model} is not mapped to a table`);
  const tables = Object.keys(impact.before);
  const paths = deletePaths.map((path, index) => pathScript(path, recording.paths[index] ?? [], impact, tables));
  return `${heading(impact)}${recording.setUp.map(statement).join("")}${paths.join("")}`;
}

interface Recording {
  readonly setUp: string[];
  /** The statements of each path, in the order of `deletePaths`. */
  readonly paths: string[][];
  /** After a path has failed, what the preview still runs is to find out why. */
  isFailed: boolean;
}

/** The database, noting what is executed on it. */
function recorded(database: Database, recording: Recording): Database {
  return {
    ...database,
    run: (sql, parameters = []) => {
      const result = database.run(sql, parameters);
      const path = recording.paths.at(-1);
      if (path === undefined) recording.setUp.push(withLiterals(sql, parameters));
      else if (!recording.isFailed) path.push(withLiterals(sql, parameters));
      recording.isFailed = !result.ok || recording.isFailed;
      return result;
    },
    runAll: (statements) => {
      recording.setUp.push(...statements);
      return database.runAll(statements);
    },
    savepoint: (name) => {
      if (name === "path") {
        recording.paths.push([]);
        recording.isFailed = false;
      }
      database.savepoint(name);
    },
  };
}

function heading({ model, module, table, paths }: Impact): string {
  const error = Object.values(paths).every((path) => path.error !== null) ? paths.orm.error : null;
  const broken = error === null ? "" : `-- Every path fails: ${oneLine(`${error.kind}: ${error.reason}`)}\n`;
  return `-- What deleting one ${oneLine(model)} (${oneLine(module)}, table ${oneLine(table)}) does.\n${broken}`;
}

function pathScript(
  path: DeletePath,
  statements: readonly string[],
  impact: Impact,
  tables: readonly string[],
): string {
  const { statement: written, error } = impact.paths[path];
  const fails = error === null ? "" : `-- Fails with ${oneLine(`${error.kind}: ${error.reason}`)}\n`;
  const title = `\n-- ${PATH_TITLE[path]}: ${oneLine(written)}\n${fails}`;
  if (tables.length === 0) return title;
  const rows = tables.map((table) => `SELECT ${literal(table)} AS "after ${path}", * FROM ${quoted(table)}`);
  // A failed flush undoes what it has written so far.
  const undone = error === null ? [] : ["ROLLBACK TO path"];
  const script = ["SAVEPOINT path", ...statements, ...undone, ...rows, "ROLLBACK TO path", "RELEASE path"];
  return `${title}${script.map(statement).join("")}`;
}

function statement(sql: string): string {
  return `${sql};\n`;
}

/** Placeholders replaced by values. The engine's own statements have no question marks but placeholders outside names. */
function withLiterals(sql: string, parameters: readonly CellValue[]): string {
  let next = 0;
  return sql.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\?/g, (part) =>
    part === "?" ? literal(parameters[next++] ?? null) : part,
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
