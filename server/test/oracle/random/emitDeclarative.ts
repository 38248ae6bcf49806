import type { Files } from "../oracleProcess.ts";
import { constraintText, joinParts, keyParts, plainParts, referenceParts } from "./declarativeColumns.ts";
import { keyTarget, type ModelClass, type ModelRelationship, type ModelSet, referenceColumns } from "./modelSet.ts";
import { call, classStatement, dictionary, only, quotedText } from "./python.ts";
import { joinKeywords, optionKeywords } from "./relationshipKeywords.ts";

const imports = `import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, List, Optional
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Column, Computed, Date, DateTime, Enum, Float, ForeignKey
from sqlalchemy import ForeignKeyConstraint, Index, Integer, MetaData, Numeric, String, Table, UniqueConstraint, Uuid, and_, func
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, MappedAsDataclass, WriteOnlyMapped, as_declarative
from sqlalchemy.orm import backref, declarative_base, declared_attr, foreign, mapped_column, registry, relationship
`;

const shade = `class Shade(enum.Enum):
    LIGHT = "light"
    DARK = "dark"


`;

/** A set of models for SQLAlchemy: with `Mapped`, or as it was written before. */
export function emitDeclarative(set: ModelSet): Files {
  const base =
    set.style === "legacy" ? "Base = declarative_base()\n\n\n" : classStatement("Base", "DeclarativeBase", []);
  const associations = set.associations.map((association) => associationTable(set, association)).join("");
  const start = `${imports}\n\n${shade}${base}${associations}`;
  if (set.layout === "module") {
    return { "models.py": tidy(`${start}${set.classes.map((model) => classText(set, model)).join("")}`) };
  }
  const modules = set.classes.map((model): [string, string] => {
    const parent = model.inherits?.base;
    const inherited = parent === undefined ? "" : `from models.${parent.toLowerCase()} import ${parent}\n`;
    const text = `${imports}\n${inherited}from models.base import *\n\n\n${classText(set, model)}`;
    return [`models/${model.name.toLowerCase()}.py`, tidy(text)];
  });
  return { "models/__init__.py": "", "models/base.py": tidy(start), ...Object.fromEntries(modules) };
}

function tidy(text: string): string {
  return text.trimEnd().concat("\n");
}

function associationTable(set: ModelSet, association: ModelSet["associations"][number]): string {
  const side = (name: string, target: string, onDelete: string | null) => {
    const reference = call("ForeignKey", [quotedText(keyTarget(set, target)[0] ?? "")], {
      ondelete: onDelete === null ? null : quotedText(onDelete),
    });
    const keywords = association.numbered ? { nullable: "False" } : { primary_key: "True" };
    return `    ${call("Column", [`"${name}_id"`, reference], keywords)},\n`;
  };
  const columns =
    (association.numbered ? '    Column("number", Integer, primary_key=True),\n' : "") +
    side("left", association.left, association.leftOnDelete) +
    side("right", association.right, association.rightOnDelete);
  return `${association.name} = Table(\n    "${association.name}",\n    Base.metadata,\n${columns})\n\n\n`;
}

function classText(set: ModelSet, model: ModelClass): string {
  const later = model.relationships.filter(isAssignedLater);
  const { before, mixin, body } = joinParts([
    keyParts(set, model),
    ...model.columns.map((column) => plainParts(set, column)),
    ...model.references.map((reference) => referenceParts(set, model, reference)),
  ]);
  const base = model.inherits?.base ?? "Base";
  const mixinName = `${model.name}Parts`;
  const bases = mixin.length > 0 ? `${mixinName}, ${base}` : base;
  const lines = [
    ...tableLines(set, model),
    ...body,
    ...model.relationships.filter((each) => !isAssignedLater(each)).map((each) => relationshipLine(set, model, each)),
    ...mapperLines(set, model),
  ];
  return [
    ...before.map((line) => `${line}\n`),
    before.length > 0 ? "\n\n" : "",
    mixin.length > 0 ? classStatement(mixinName, "", mixin).replace("():", ":") : "",
    classStatement(model.name, bases, lines),
    ...later.map((relationship) => `${assignment(set, model, relationship)}\n`),
    later.length > 0 ? "\n\n" : "",
  ].join("");
}

function tableLines(set: ModelSet, model: ModelClass): string[] {
  if (model.inherits?.kind === "single") return [];
  const constraints = constraintTexts(set, model);
  const options = model.schema === null ? [] : [dictionary({ schema: quotedText(model.schema) })];
  const args = tableArguments(constraints, options);
  return [`__tablename__ = ${quotedText(model.tableName)}`, ...args];
}

/** The constraints of a class's table that stand in its arguments. */
export function constraintTexts(set: ModelSet, model: ModelClass): string[] {
  const foreignKeys = model.references
    .filter((reference) => reference.declared && referenceColumns(set, reference).length > 1)
    .map((reference) => constraintText(set, reference));
  const others = model.constraints.map((constraint, index) => {
    if (constraint.kind === "check") {
      const name = constraint.name === null ? [] : [`name=${quotedText(constraint.name)}`];
      return call("CheckConstraint", [quotedText(constraint.condition), ...name]);
    }
    const columns = constraint.columns.map(quotedText);
    if (constraint.kind === "unique") return call("UniqueConstraint", columns);
    return call("Index", [quotedText(`by_${model.tableName}_${index + 1}`), ...columns]);
  });
  return [...foreignKeys, ...others];
}

/** `__table_args__` with constraints, options, both, or neither. */
export function tableArguments(constraints: readonly string[], options: readonly string[]): string[] {
  if (constraints.length === 0) return options.map((text) => `__table_args__ = ${text}`);
  return [`__table_args__ = (${[...constraints, ...options].join(", ")},)`];
}

/** Some relationships are assigned to the class once it is there. */
function isAssignedLater({ spelling }: ModelRelationship): boolean {
  return spelling === 4;
}

function assignment(set: ModelSet, model: ModelClass, relationship: ModelRelationship): string {
  return `${model.name}.${relationship.name} = ${untyped(set, model, relationship)}`;
}

function relationshipLine(set: ModelSet, model: ModelClass, relationship: ModelRelationship): string {
  const { name, target, scalar } = relationship;
  if (set.style === "legacy") return `${name} = ${untyped(set, model, relationship)}`;
  const annotation = scalar ? `Optional["${target}"]` : `List["${target}"]`;
  return `${name}: Mapped[${annotation}] = ${call("relationship", [], keywordsOf(set, model, relationship))}`;
}

function untyped(set: ModelSet, model: ModelClass, relationship: ModelRelationship): string {
  const { target, scalar, over } = relationship;
  const uselist = only(scalar && over.side !== "parent", "False");
  return call("relationship", [quotedText(target)], { ...keywordsOf(set, model, relationship), uselist });
}

function keywordsOf(set: ModelSet, model: ModelClass, relationship: ModelRelationship) {
  const { options, over } = relationship;
  const secondary = "association" in over ? { secondary: over.association } : {};
  return { ...secondary, ...joinKeywords(set, model, relationship), ...optionKeywords(options) };
}

/** The discriminator and the mapper's options. */
function mapperLines(set: ModelSet, model: ModelClass): string[] {
  const isBase = model.inherits === null && set.classes.some(({ inherits }) => inherits?.base === model.name);
  const identity = isBase || model.inherits !== null ? quotedText(model.name.toLowerCase()) : null;
  const options = {
    polymorphic_on: only(isBase, '"kind"'),
    polymorphic_identity: identity,
    passive_deletes: only(model.mapper.passiveDeletes, "True"),
    confirm_deleted_rows: only(!model.mapper.confirmDeletedRows, "False"),
    batch: only(!model.mapper.batch, "False"),
    eager_defaults: only(model.mapper.eagerDefaults, "True"),
    version_id_col: only(model.mapper.versioned, "revision"),
    primary_key: only(model.mapper.namesKey, "[id]"),
  };
  const kind = set.style === "legacy" ? "kind = Column(String(20), nullable=False)" : "kind: Mapped[str]";
  const args = dictionary(options);
  const revision = model.mapper.versioned ? ["revision = Column(Integer, nullable=False)"] : [];
  return [...(isBase ? [kind] : []), ...revision, ...(args === "{}" ? [] : [`__mapper_args__ = ${args}`])];
}
