import { readFileFacts } from "../../../src/models/fileFacts.ts";
import { buildSchema } from "../../../src/models/buildSchema.ts";
import type { ColumnPair, ModelProblem, Relationship, Schema } from "../../../src/models/schema.ts";
import { readModule } from "../../../src/python/reader.ts";

/**
 * Models, and what SQLAlchemy makes of their relationships. `relationships.test.ts` holds our analysis to it,
 * `relationships.oracle.ts` the real packages, so that what is written here is known to be true.
 *
 * One line of `expected` is
 * - a relationship: `Class.name DIRECTION Target list|scalar` and then what is set, pairs of columns as
 *   `referenced>referencing`; the default cascade is left out;
 * - `! Class.name rule-code phase Exception: message`, a failure; real SQLAlchemy stops at the first;
 * - `~ Class.name rule-code SAWarning: message`, a warning;
 * - `- Class.name rule-code message`, something that is ignored without a word;
 * - `? what: why`, something that cannot be known.
 */
export interface Specification {
  readonly title: string;
  readonly models: string;
  readonly expected: readonly string[];
}

const SQLMODEL_IMPORTS = `from typing import Annotated, List, Optional, Union

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, backref, relationship
from sqlmodel import Field, Relationship, SQLModel

`;

const DECLARATIVE_IMPORTS = `from typing import Dict, List, Optional, Sequence, Set, Union

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, Table
from sqlalchemy.orm import (
    DeclarativeBase,
    DynamicMapped,
    Mapped,
    WriteOnlyMapped,
    attribute_keyed_dict,
    backref,
    declared_attr,
    foreign,
    mapped_column,
    relationship,
    remote,
)


class Base(DeclarativeBase):
    pass


`;

const FUTURE = "from __future__ import annotations\n";

/** A module of SQLModel models, imports added. */
export function sqlmodel(body: string): string {
  return withImports(SQLMODEL_IMPORTS, body);
}

/** A module of declarative SQLAlchemy models, imports and `Base` added. */
export function declarative(body: string): string {
  return withImports(DECLARATIVE_IMPORTS, body);
}

function withImports(imports: string, body: string): string {
  const models = body.replace(/^\n/, "");
  return models.startsWith(FUTURE) ? `${FUTURE}${imports}${models.slice(FUTURE.length)}` : `${imports}${models}`;
}

/** The schema of one module called `models`, or of several files by path. */
export function schemaOf(models: string | Readonly<Record<string, string>>): Schema {
  const files = typeof models === "string" ? { "models.py": models } : models;
  const facts = Object.entries(files).map(([file, text]) => readFileFacts(file, text, readModule(text)));
  return buildSchema(facts).schema;
}

/** What a specification expects, of a schema. Problems that are not about relationships are left out. */
export function dumpRelationships(schema: Schema): string[] {
  const classes = [...schema.classes.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return [
    ...classes.flatMap((mapped) => mapped.relationships.map((relationship) => relationshipLine(relationship, schema))),
    ...schema.problems.map(problemLine),
    ...schema.unresolved.map(({ what, why }) => `? ${what}: ${why}`),
  ];
}

function relationshipLine(relationship: Relationship, schema: Schema): string {
  const name = (key: Relationship["owner"]): string => schema.classes.get(key)?.name ?? key;
  const table = (key: ColumnPair["parent"]["table"]): string => {
    const found = schema.tables.get(key);
    return found === undefined ? key : found.schema === null ? found.name : `${found.schema}.${found.name}`;
  };
  const pairs = (list: readonly ColumnPair[]): string =>
    list
      .map(({ parent, foreign }) => `${table(parent.table)}.${parent.column}>${table(foreign.table)}.${foreign.column}`)
      .sort()
      .join(",");
  const cascade = relationship.cascade.join(",");
  const words: (string | null)[] = [
    `${name(relationship.owner)}.${relationship.name}`,
    relationship.direction,
    name(relationship.target),
    relationship.uselist ? "list" : "scalar",
    relationship.declaredOn === relationship.owner ? null : `from=${name(relationship.declaredOn)}`,
    relationship.secondary === null ? null : `secondary=${table(relationship.secondary)}`,
    `pairs=${pairs(relationship.synchronizePairs)}`,
    relationship.secondary === null ? null : `secondaryPairs=${pairs(relationship.secondarySynchronizePairs)}`,
    cascade === "merge,save-update" ? null : `cascade=${cascade}`,
    relationship.passiveDeletes === false ? null : `passive=${relationship.passiveDeletes}`,
    relationship.viewonly ? "viewonly" : null,
    relationship.lazy === "select" ? null : `lazy=${relationship.lazy}`,
    relationship.postUpdate ? "postUpdate" : null,
    relationship.singleParent ? "singleParent" : null,
    relationship.overlaps.length === 0 ? null : `overlaps=${[...relationship.overlaps].sort().join(",")}`,
    relationship.backPopulates === null ? null : `back=${relationship.backPopulates}`,
    relationship.reverse.length === 0 ? null : `reverse=${[...relationship.reverse].sort().join(",")}`,
  ];
  return words.filter((word) => word !== null).join(" ");
}

function problemLine(problem: ModelProblem): string {
  const where = `${problem.className}.${problem.attribute} ${problem.code}`;
  if (problem.exception === "") return `- ${where} ${problem.message}`;
  if (problem.phase === "warning") return `~ ${where} ${problem.exception}: ${problem.message}`;
  return `! ${where} ${problem.phase} ${problem.exception}: ${problem.message}`;
}
