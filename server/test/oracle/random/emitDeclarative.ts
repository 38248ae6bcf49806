import type { Files } from "../oracleProcess.ts";
import { attributeLines } from "./attributeLines.ts";
import { columnTypes, constraintText, joinParts, keyParts, plainParts, referenceParts } from "./declarativeColumns.ts";
import { mapperLines } from "./mapperLines.ts";
import type { ModelRelationship } from "./modelRelationship.ts";
import {
  type Association,
  keyTarget,
  type ModelClass,
  type ModelSet,
  referenceColumns,
  sideColumns,
} from "./modelSet.ts";
import { call, classStatement, dictionary, only, quotedText } from "./python.ts";
import { joinKeywords, optionKeywords } from "./relationshipKeywords.ts";

const imports = `import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, List, Optional
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Column, Computed, Date, DateTime, Enum, Float, ForeignKey, Identity
from sqlalchemy import ForeignKeyConstraint, Index, Integer, MetaData, Numeric, String, Table, UniqueConstraint, Uuid, and_, func, text
from sqlalchemy.orm import DeclarativeBase, DynamicMapped, Mapped, MappedAsDataclass, WriteOnlyMapped, as_declarative
from sqlalchemy.orm import backref, column_property, composite, declarative_base, declared_attr, deferred, foreign
from sqlalchemy.orm import mapped_column, registry, relationship, synonym, validates
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
`;

const shade = `class Shade(enum.Enum):
    LIGHT = "light"
    DARK = "dark"


class Pair:
    def __init__(self, one, other):
        self.one, self.other = one, other

    def __composite_values__(self):
        return self.one, self.other


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
  const columns =
    (association.numbered ? '    Column("number", Integer, primary_key=True),\n' : "") +
    sideLines(set, association, "left") +
    sideLines(set, association, "right");
  return `${association.name} = Table(\n    "${association.name}",\n    Base.metadata,\n${columns})\n\n\n`;
}

/** The columns of one side, with their foreign key. */
function sideLines(set: ModelSet, association: Association, side: "left" | "right"): string {
  const action = side === "left" ? association.leftOnDelete : association.rightOnDelete;
  const ondelete = action === null ? null : quotedText(action);
  const columns = sideColumns(set, side, association);
  const targets = keyTarget(set, association[side]).map(quotedText);
  const options = association.numbered ? { nullable: "False" } : { primary_key: "True" };
  const single = columns.length === 1 ? [call("ForeignKey", [targets.join()], { ondelete })] : [];
  const lines = columns.map(({ name, type }) => {
    return call("Column", [quotedText(name), ...(single.length > 0 ? single : [columnTypes[type]])], options);
  });
  const names = columns.map(({ name }) => quotedText(name)).join(", ");
  if (single.length === 0)
    lines.push(call("ForeignKeyConstraint", [`[${names}]`, `[${targets.join(", ")}]`], { ondelete }));
  return lines.map((line) => `    ${line},\n`).join("");
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
    ...attributeLines(model),
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
    const where = constraint.where === null ? null : `text(${quotedText(constraint.where)})`;
    const options = { unique: only(where !== null, "True"), sqlite_where: where, postgresql_where: where };
    return call("Index", [quotedText(`by_${model.tableName}_${index + 1}`), ...columns], options);
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
