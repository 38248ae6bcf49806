import type { Files } from "../oracleProcess.ts";
import { actionKeywords } from "./declarativeColumns.ts";
import { constraintTexts, tableArguments } from "./emitDeclarative.ts";
import type { ModelRelationship } from "./modelRelationship.ts";
import {
  type Association,
  type KeyType,
  keyColumns,
  keyTarget,
  type ModelClass,
  type ModelSet,
  ownColumns,
  type PlainColumn,
  type Reference,
  referenceColumns,
  referenceTarget,
  sideColumns,
} from "./modelSet.ts";
import { boolean, call, classStatement, dictionary, only, quotedText } from "./python.ts";
import { joinKeywords, optionKeywords } from "./relationshipKeywords.ts";

const imports = `import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, List, Optional
from uuid import UUID

from sqlalchemy import CheckConstraint, Computed, ForeignKeyConstraint, Index, UniqueConstraint, Uuid, and_, func, text
from sqlalchemy.orm import backref, foreign
from sqlmodel import Column, Field, ForeignKey, Integer, Relationship, SQLModel, String
`;

const shade = `class Shade(enum.Enum):
    LIGHT = "light"
    DARK = "dark"


`;

const keyTypes: Readonly<Record<KeyType, string>> = { int: "Integer", str: "String", UUID: "Uuid" };

/** A set of models for SQLModel, which knows no inheritance between tables. */
export function emitSqlmodel(set: ModelSet): Files {
  const links = set.associations.map((association) => linkText(set, association)).join("");
  const start = `${imports}\n\n${shade}${links}`;
  if (set.layout === "module") {
    return { "models.py": tidy(`${start}${set.classes.map((model) => classText(set, model)).join("")}`) };
  }
  const modules = set.classes.map((model): [string, string] => {
    const text = `${imports}\nfrom models.base import *\n\n\n${classText(set, model)}`;
    return [`models/${model.name.toLowerCase()}.py`, tidy(text)];
  });
  return { "models/__init__.py": "", "models/base.py": tidy(start), ...Object.fromEntries(modules) };
}

function tidy(text: string): string {
  return text.trimEnd().concat("\n");
}

function linkText(set: ModelSet, association: Association): string {
  const { name, leftOnDelete, rightOnDelete, numbered } = association;
  const number = numbered ? ["number: int | None = Field(default=None, primary_key=True)"] : [];
  const left = sideParts(set, association, "left", leftOnDelete);
  const right = sideParts(set, association, "right", rightOnDelete);
  const table = [`__tablename__ = "${name}"`, ...tableArguments([...left.constraints, ...right.constraints], [])];
  return classStatement(linkClass(name), "SQLModel, table=True", [...table, ...number, ...left.lines, ...right.lines]);
}

/** The columns of one side, and the constraint over them where there are several. */
function sideParts(set: ModelSet, association: Association, side: "left" | "right", onDelete: string | null) {
  const columns = sideColumns(set, side, association);
  const targets = keyTarget(set, association[side]).map(quotedText);
  const ondelete = onDelete === null ? null : quotedText(onDelete);
  const isSingle = columns.length === 1;
  const lines = columns.map(({ name, type }) => {
    const foreign = isSingle ? { foreign_key: targets.join(), ondelete } : {};
    return `${name}: ${type} = ${call("Field", [], { ...foreign, primary_key: only(!association.numbered, "True") })}`;
  });
  const names = columns.map(({ name }) => quotedText(name)).join(", ");
  const constraint = call("ForeignKeyConstraint", [`[${names}]`, `[${targets.join(", ")}]`], { ondelete });
  return { lines, constraints: isSingle ? [] : [constraint] };
}

function linkClass(association: string): string {
  return `Link${association}`;
}

function classText(set: ModelSet, model: ModelClass): string {
  const inherited = model.references.filter((reference) => isInherited(set, reference));
  const own = model.references.filter((reference) => !isInherited(set, reference));
  const body = [
    ...(model.tableName === model.name.toLowerCase() ? [] : [`__tablename__ = ${quotedText(model.tableName)}`]),
    ...tableArguments(
      constraintTexts(set, model),
      model.schema === null ? [] : [dictionary({ schema: quotedText(model.schema) })],
    ),
    ...mapperLines(model),
    ...(model.key === "reference" ? [] : keyColumns(set, model).map(({ name, type }) => keyLine(name, type))),
    ...(model.code === null ? [] : [`code: ${model.code} = Field(unique=True)`]),
    ...model.columns.map(columnLine),
    ...own.flatMap((reference) => referenceLines(set, reference)),
    ...model.relationships.map((relationship) => relationshipLine(set, model, relationship)),
  ];
  if (inherited.length === 0) return classStatement(model.name, "SQLModel, table=True", body);
  const base = inherited.flatMap((reference) => referenceLines(set, reference));
  const name = `${model.name}Base`;
  return `${classStatement(name, "SQLModel", base)}${classStatement(model.name, `${name}, table=True`, body)}`;
}

function mapperLines({ mapper }: ModelClass): string[] {
  const args = dictionary({
    passive_deletes: only(mapper.passiveDeletes, "True"),
    confirm_deleted_rows: only(!mapper.confirmDeletedRows, "False"),
    batch: only(!mapper.batch, "False"),
    eager_defaults: only(mapper.eagerDefaults, "True"),
  });
  return args === "{}" ? [] : [`__mapper_args__ = ${args}`];
}

/** Some foreign keys stand in a base without a table; a column object of one's own cannot be shared that way. */
function isInherited(set: ModelSet, reference: Reference): boolean {
  return reference.spelling === 6 && !reference.deferrable && referenceColumns(set, reference).length === 1;
}

function keyLine(name: string, type: KeyType): string {
  const isGenerated = type === "int" && name === "id";
  return isGenerated
    ? `${name}: int | None = Field(default=None, primary_key=True)`
    : `${name}: ${type} = Field(primary_key=True)`;
}

function columnLine(column: PlainColumn): string {
  const { name, type, nullable, unique, index, renamed, onUpdate, computed, serverDefault, spelling } = column;
  const options = dictionary({
    name: renamed ? quotedText(`${name}_column`) : null,
    onupdate: onUpdate,
    server_default: serverDefault === null ? null : quotedText(serverDefault),
  });
  const keywords = {
    unique: only(unique, "True"),
    index: only(index, "True"),
    sa_column_args: only(computed, '[Computed("1 + 1")]'),
    sa_column_kwargs: only(options !== "{}", options),
  };
  const bare = Object.values(keywords).every((value) => value === null);
  const annotation = optional(type, nullable, spelling);
  if (bare && spelling === 0) return nullable ? `${name}: ${annotation} = None` : `${name}: ${annotation}`;
  if (spelling === 3) return `${name}: ${type} = ${call("Field", [], { ...keywords, nullable: boolean(nullable) })}`;
  return `${name}: ${annotation} = ${call("Field", [], { default: only(nullable, "None"), ...keywords })}`;
}

function optional(type: string, nullable: boolean, spelling: number): string {
  if (!nullable) return type;
  return spelling % 2 === 0 ? `Optional[${type}]` : `${type} | None`;
}

function referenceLines(set: ModelSet, reference: Reference): string[] {
  const columns = referenceColumns(set, reference);
  const { primaryKey, nullable, spelling } = reference;
  if (columns.length > 1) {
    return ownColumns(set, reference).map(({ name, type }, index) => {
      if (primaryKey) return `${name}: ${type} = Field(primary_key=True)`;
      const required = spelling === 4 && index === 0 && reference.shared === null;
      return nullable && !required ? `${name}: ${optional(type, true, spelling)} = None` : `${name}: ${type}`;
    });
  }
  return columns.map(({ name, type }) => referenceLine(set, reference, name, type));
}

/** One foreign key column, in one of the ways to write it. */
function referenceLine(set: ModelSet, reference: Reference, name: string, type: KeyType): string {
  const { primaryKey, nullable, unique, index, deferrable, onDelete, renamed, spelling } = reference;
  const target = quotedText(referenceTarget(set, reference)[0] ?? "");
  const serverDefault = type === "int" && reference.serverDefault !== null ? quotedText(reference.serverDefault) : null;
  const flags = {
    primary_key: only(primaryKey, "True"),
    unique: only(unique, "True"),
    index: only(index, "True"),
  };
  if (!reference.declared) {
    const plain = call("Field", [], { default: only(nullable, "None"), ...flags });
    return `${name}: ${optional(type, nullable, spelling)} = ${plain}`;
  }
  const foreignKey = call("ForeignKey", [target], actionKeywords(reference));
  if (deferrable || spelling === 1) {
    const stated = { ...flags, nullable: primaryKey ? null : boolean(nullable), server_default: serverDefault };
    const column = call("Column", [keyTypes[type], foreignKey], stated);
    return `${name}: ${optional(type, nullable, spelling)} = ${call("Field", [], { sa_column: column })}`;
  }
  const columnName = renamed && !primaryKey ? quotedText(`${name}_column`) : null;
  const options = dictionary({ name: columnName, server_default: serverDefault });
  const kwargs = only(options !== "{}", options);
  const action = onDelete === null ? null : quotedText(onDelete);
  const start = only(nullable, "None");
  if (spelling === 3) {
    const keywords = { default: start, sa_column_args: `[${foreignKey}]`, sa_column_kwargs: kwargs, ...flags };
    return `${name}: ${optional(type, nullable, spelling)} = ${call("Field", [], keywords)}`;
  }
  const keywords = { foreign_key: target, ondelete: action, sa_column_kwargs: kwargs, ...flags };
  if (spelling === 2 && !nullable) return `${name}: Annotated[${type}, ${call("Field", [], keywords)}]`;
  if (spelling === 4 && !primaryKey) {
    return `${name}: ${type} = ${call("Field", [], { default: start, ...keywords, nullable: boolean(nullable) })}`;
  }
  return `${name}: ${optional(type, nullable, spelling)} = ${call("Field", [], { default: start, ...keywords })}`;
}

function relationshipLine(set: ModelSet, model: ModelClass, relationship: ModelRelationship): string {
  const { name, target, scalar, options, over, spelling } = relationship;
  const { back_populates, ...joins } = joinKeywords(set, model, relationship);
  const { passive_deletes, ...others } = optionKeywords(options);
  const orphans = options.cascade === "all, delete-orphan" && spelling !== 2;
  const rest = dictionary({ ...joins, ...others, cascade: orphans ? null : (others.cascade ?? null) });
  const keywords = {
    back_populates: back_populates ?? null,
    cascade_delete: only(orphans, "True"),
    passive_deletes: passive_deletes ?? null,
    link_model: over.side === "left" || over.side === "right" ? linkClass(over.association) : null,
    sa_relationship_kwargs: only(rest !== "{}", rest),
  };
  const list = spelling === 1 ? "List" : "list";
  const annotation = scalar ? `Optional["${target}"]` : `${list}["${target}"]`;
  return `${name}: ${annotation} = ${call("Relationship", [], keywords)}`;
}
