import { expect } from "vitest";
import type { Effect, Impact, PathImpact } from "../../src/deletes/impact.ts";
import type { DeletePath } from "../../src/deletes/outcome.ts";
import { type PreviewOptions, previewDelete } from "../../src/deletes/preview.ts";
import { openDatabase } from "../../src/deletes/throwaway/database.ts";
import { buildSchema } from "../../src/models/buildSchema.ts";
import { readFileFacts } from "../../src/models/fileFacts.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import { readModule } from "../../src/python/reader.ts";

/** The schema of one file of models. Imports that every example needs are put in front. */
export function schemaOf(source: string): Schema {
  const text = `${imports}\n${dedent(source)}`;
  return buildSchema([readFileFacts("models.py", text, readModule(text))]).schema;
}

/** The preview of deleting one object of the class called `model`. */
export async function previewOf(source: string, model: string, options: PreviewOptions = {}): Promise<Impact> {
  return previewIn(schemaOf(source), model, options);
}

export async function previewIn(schema: Schema, model: string, options: PreviewOptions = {}): Promise<Impact> {
  const opened = await openDatabase();
  if (!opened.ok) throw new Error(opened.reason);
  const mapped = [...schema.classes.values()].find(({ name }) => name === model);
  if (!mapped) throw new Error(`no class ${model}`);
  const impact = previewDelete(schema, mapped.key, options, opened.database);
  opened.database.close();
  if (!impact) throw new Error(`no preview of ${model}`);
  return impact;
}

/** What one path does, a line for each effect, or the error. */
export function story(impact: Impact, path: DeletePath): readonly string[] {
  const { error, effects } = impact.paths[path];
  const lines = effects.map(effectLine);
  return error === null ? lines : [`${error.kind}: ${error.reason}`, ...lines];
}

function effectLine({ foreignKey, relationship, outcome, by, rows, depth }: Effect): string {
  const who = by === "orm" ? `by ${relationship ?? "the ORM"}` : "by the database";
  return `${depth} ${foreignKey}: ${rows} ${outcome} ${who}`;
}

/** The rows of a table after a path, one line each: the values of the named columns. */
export function rowsAfter(path: PathImpact, table: string, columns: readonly string[]): readonly string[] {
  return linesOf(path.after[table], columns);
}

export function rowsBefore(impact: Impact, table: string, columns: readonly string[]): readonly string[] {
  return linesOf(impact.before[table], columns);
}

function linesOf(rows: Impact["before"][string] | undefined, columns: readonly string[]): readonly string[] {
  expect(rows, "rows of the table").toBeDefined();
  return (rows ?? []).map((row) => columns.map((name) => row[name] ?? "-").join(" "));
}

const imports = `
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID
from sqlalchemy import CheckConstraint, Column, ForeignKey, ForeignKeyConstraint, Integer, String, Table, UniqueConstraint
from sqlalchemy import Index, and_, case, func, text
from sqlalchemy.orm import DeclarativeBase, Mapped, WriteOnlyMapped, backref, mapped_column, relationship
from sqlmodel import Field, Relationship, SQLModel
`;

function dedent(source: string): string {
  const lines = source.split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n");
}
