import { buildSchema } from "../../../src/models/buildSchema.ts";
import { readFileFacts } from "../../../src/models/fileFacts.ts";
import type { TableKey } from "../../../src/models/schema/keys.ts";
import type { ColumnPair, Relationship } from "../../../src/models/schema/relationship.ts";
import type { ModelProblem, Schema } from "../../../src/models/schema/schema.ts";
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
  /** Where the failure's text is that of one SQLAlchemy release; another fails with other words. */
  readonly only?: "2.0";
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

/** What a specification expects, of a schema. Failures of DDL are left out: they are not about relationships. */
export function dumpRelationships(schema: Schema): string[] {
  const classes = [...schema.classes.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return [
    ...classes.flatMap((mapped) =>
      mapped.relationships.map((relationship) => relationshipLine(mapped.key, factsOf(relationship, schema))),
    ),
    ...schema.problems.filter(({ phase }) => phase !== "ddl").map(problemLine),
    ...schema.unresolved.map(({ what, why }) => `? ${what}: ${why}`),
  ];
}

/** A relationship in the words of the oracle's worker: classes as `module:Name`, columns as `table.column`. */
export interface RelationshipFacts {
  readonly name: string;
  readonly declaredOn: string;
  readonly target: string;
  readonly direction: string;
  readonly uselist: boolean;
  readonly secondary: string | null;
  readonly synchronizePairs: readonly (readonly [string, string])[];
  readonly secondarySynchronizePairs: readonly (readonly [string, string])[];
  readonly cascade: readonly string[];
  readonly passiveDeletes: boolean | "all";
  readonly viewonly: boolean;
  readonly lazy: string;
  readonly postUpdate: boolean;
  readonly singleParent: boolean;
  readonly backPopulates: string | null;
  readonly reverse: readonly string[];
}

/** The line for a relationship that is listed on `owner`. */
export function relationshipLine(owner: string, facts: RelationshipFacts): string {
  const cascade = facts.cascade.join(",");
  const words: (string | null)[] = [
    `${shortName(owner)}.${facts.name}`,
    facts.direction,
    shortName(facts.target),
    facts.uselist ? "list" : "scalar",
    facts.declaredOn === owner ? null : `from=${shortName(facts.declaredOn)}`,
    facts.secondary === null ? null : `secondary=${facts.secondary}`,
    `pairs=${pairText(facts.synchronizePairs)}`,
    facts.secondary === null ? null : `secondaryPairs=${pairText(facts.secondarySynchronizePairs)}`,
    cascade === "merge,save-update" ? null : `cascade=${cascade}`,
    facts.passiveDeletes === false ? null : `passive=${facts.passiveDeletes}`,
    facts.viewonly ? "viewonly" : null,
    facts.lazy === "select" ? null : `lazy=${facts.lazy}`,
    facts.postUpdate ? "postUpdate" : null,
    facts.singleParent ? "singleParent" : null,
    facts.backPopulates === null ? null : `back=${facts.backPopulates}`,
    facts.reverse.length === 0 ? null : `reverse=${[...facts.reverse].sort().join(",")}`,
  ];
  return words.filter((word) => word !== null).join(" ");
}

function shortName(key: string): string {
  return key.slice(key.lastIndexOf(":") + 1).replace(/^.*\./, "");
}

function pairText(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([parent, foreign]) => `${parent}>${foreign}`)
    .sort()
    .join(",");
}

function factsOf(relationship: Relationship, schema: Schema): RelationshipFacts {
  const table = (key: TableKey): string => {
    const found = schema.tables.get(key);
    return found === undefined ? key : found.schema === null ? found.name : `${found.schema}.${found.name}`;
  };
  const pairs = (list: readonly ColumnPair[]): readonly (readonly [string, string])[] =>
    list.map(({ parent, foreign }) => [
      `${table(parent.table)}.${parent.column}`,
      `${table(foreign.table)}.${foreign.column}`,
    ]);
  return {
    ...relationship,
    secondary: relationship.secondary === null ? null : table(relationship.secondary),
    synchronizePairs: pairs(relationship.synchronizePairs),
    secondarySynchronizePairs: pairs(relationship.secondarySynchronizePairs),
  };
}

function problemLine(problem: ModelProblem): string {
  const where = `${problem.className}.${problem.attribute} ${problem.code}`;
  if (problem.exception === "") return `- ${where} ${problem.message}`;
  if (problem.phase === "warning") return `~ ${where} ${problem.exception}: ${problem.message}`;
  return `! ${where} ${problem.phase} ${problem.exception}: ${problem.message}`;
}
