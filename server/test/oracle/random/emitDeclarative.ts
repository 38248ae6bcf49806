import {
  classNamed,
  type KeyType,
  keyColumns,
  type ModelClass,
  type ModelRelationship,
  type ModelSet,
  type PlainColumn,
  type Reference,
  referenceColumns,
  tableOwner,
} from "./modelSet.ts";
import { boolean, call, classStatement, dictionary, only, quotedText } from "./python.ts";
import { joinKeywords, optionKeywords } from "./relationshipKeywords.ts";

const header = `import enum
from datetime import date, datetime
from decimal import Decimal
from typing import List, Optional
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, DateTime, Enum, Float, ForeignKey, ForeignKeyConstraint, Integer
from sqlalchemy import Numeric, String, Table, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, backref, declarative_base, mapped_column, relationship


class Shade(enum.Enum):
    LIGHT = "light"
    DARK = "dark"


`;

const columnTypes: Readonly<Record<PlainColumn["type"], string>> = {
  int: "Integer",
  str: "String(40)",
  float: "Float",
  bool: "Boolean",
  datetime: "DateTime",
  date: "Date",
  Decimal: "Numeric(10, 2)",
  UUID: "Uuid",
  Shade: "Enum(Shade)",
};

/** A set of models as one module for SQLAlchemy: with `Mapped`, or as it was written before. */
export function emitDeclarative(set: ModelSet): string {
  const base =
    set.style === "legacy" ? "Base = declarative_base()\n\n\n" : classStatement("Base", "DeclarativeBase", []);
  const associations = set.associations.map((association) => associationTable(set, association)).join("");
  const classes = set.classes.map((model) => classText(set, model)).join("");
  return `${header}${base}${associations}${classes}`.trimEnd().concat("\n");
}

function associationTable(set: ModelSet, association: ModelSet["associations"][number]): string {
  const side = (name: string, target: string, onDelete: string | null) => {
    const reference = call("ForeignKey", [quotedText(keyTarget(set, target)[0] ?? "")], {
      ondelete: onDelete === null ? null : quotedText(onDelete),
    });
    return `    ${call("Column", [`"${name}_id"`, reference], { primary_key: "True" })},\n`;
  };
  const columns =
    side("left", association.left, association.leftOnDelete) +
    side("right", association.right, association.rightOnDelete);
  return `${association.name} = Table(\n    "${association.name}",\n    Base.metadata,\n${columns})\n\n\n`;
}

/** What a foreign key to a class names: its table's key columns. */
export function keyTarget(set: ModelSet, target: string): string[] {
  const model = classNamed(set, target);
  return keyColumns(set, model).map(({ name }) => `${tableOwner(set, model).tableName}.${name}`);
}

function classText(set: ModelSet, model: ModelClass): string {
  const constraints = model.references
    .filter((reference) => referenceColumns(set, reference).length > 1)
    .map((reference) => constraintText(set, reference));
  const body = [
    ...(model.inherits?.kind === "single" ? [] : [`__tablename__ = ${quotedText(model.tableName)}`]),
    ...(constraints.length > 0 ? [`__table_args__ = (${constraints.join(", ")},)`] : []),
    ...keyLines(set, model),
    ...model.columns.map((column) => columnLine(set, column)),
    ...model.references.flatMap((reference) => referenceLines(set, reference)),
    ...model.relationships.map((relationship) => relationshipLine(set, model, relationship)),
    ...mapperLines(set, model),
  ];
  return classStatement(model.name, model.inherits?.base ?? "Base", body);
}

export function constraintText(set: ModelSet, reference: Reference): string {
  const own = referenceColumns(set, reference).map(({ name }) => quotedText(name));
  const targets = keyTarget(set, reference.target).map(quotedText);
  return call("ForeignKeyConstraint", [`[${own.join(", ")}]`, `[${targets.join(", ")}]`], actionKeywords(reference));
}

export function actionKeywords({ onDelete, deferrable }: Reference): Record<string, string | null> {
  return {
    ondelete: onDelete === null ? null : quotedText(onDelete),
    deferrable: only(deferrable, "True"),
    initially: only(deferrable, '"DEFERRED"'),
  };
}

function keyLines(set: ModelSet, model: ModelClass): string[] {
  const { inherits } = model;
  if (inherits?.kind === "single" || model.key === "reference") return [];
  const keys = keyColumns(set, model);
  const foreign =
    inherits === null
      ? []
      : [
          call("ForeignKey", [quotedText(keyTarget(set, inherits.base)[0] ?? "")], {
            ondelete: inherits.onDelete === null ? null : quotedText(inherits.onDelete),
          }),
        ];
  return keys.map(({ name, type }) => mappedLine(set, name, type, false, foreign, { primary_key: "True" }, 1));
}

function columnLine(set: ModelSet, { name, type, nullable, unique, index, spelling }: PlainColumn): string {
  const keywords = { unique: only(unique, "True"), index: only(index, "True") };
  return mappedLine(set, name, type, nullable, [], keywords, spelling);
}

function referenceLines(set: ModelSet, reference: Reference): string[] {
  const columns = referenceColumns(set, reference);
  if (columns.length > 1) {
    return columns.map(({ name, type }, index) => {
      const required = reference.spelling === 4 && index === 0;
      const keywords = { primary_key: only(reference.primaryKey, "True") };
      return mappedLine(set, name, type, reference.nullable && !required, [], keywords, reference.spelling % 3);
    });
  }
  const { primaryKey, unique, index, serverDefault, nullable, spelling } = reference;
  return columns.map(({ name, type }) => {
    const target = call(
      "ForeignKey",
      [quotedText(keyTarget(set, reference.target)[0] ?? "")],
      actionKeywords(reference),
    );
    const keywords = {
      primary_key: only(primaryKey, "True"),
      unique: only(unique, "True"),
      index: only(index, "True"),
      server_default: serverDefault === null || type !== "int" ? null : quotedText(serverDefault),
    };
    return mappedLine(set, name, type, nullable, [target], keywords, spelling);
  });
}

/** One column, in one of the ways to write it. */
function mappedLine(
  set: ModelSet,
  name: string,
  type: PlainColumn["type"] | KeyType,
  nullable: boolean,
  positional: readonly string[],
  keywords: Readonly<Record<string, string | null>>,
  spelling: number,
): string {
  const untyped = set.style === "legacy" || (spelling === 3 && keywords.primary_key === undefined);
  if (untyped) {
    const stated = nullable ? null : only(keywords.primary_key == null, "False");
    const mapped = set.style === "legacy" ? "Column" : "mapped_column";
    return `${name} = ${call(mapped, [columnTypes[type], ...positional], { ...keywords, nullable: stated })}`;
  }
  const explicit = spelling === 2 ? { nullable: boolean(nullable) } : {};
  const typed = spelling === 1 ? [columnTypes[type]] : [];
  const annotation = nullable ? (spelling === 0 ? `Optional[${type}]` : `${type} | None`) : type;
  const column = call("mapped_column", [...typed, ...positional], { ...keywords, ...explicit });
  return column === "mapped_column()" ? `${name}: Mapped[${annotation}]` : `${name}: Mapped[${annotation}] = ${column}`;
}

function relationshipLine(set: ModelSet, model: ModelClass, relationship: ModelRelationship): string {
  const { name, target, scalar, options, over } = relationship;
  const secondary = over.side === "left" || over.side === "right" ? { secondary: over.association } : {};
  const keywords = { ...secondary, ...joinKeywords(set, model, relationship), ...optionKeywords(options) };
  if (set.style === "legacy") {
    const uselist = only(scalar && over.side !== "parent", "False");
    return `${name} = ${call("relationship", [quotedText(target)], { ...keywords, uselist })}`;
  }
  const annotation = scalar ? `Optional["${target}"]` : `List["${target}"]`;
  return `${name}: Mapped[${annotation}] = ${call("relationship", [], keywords)}`;
}

/** The discriminator and the mapper's options. */
function mapperLines(set: ModelSet, model: ModelClass): string[] {
  const isBase = model.inherits === null && set.classes.some(({ inherits }) => inherits?.base === model.name);
  const identity = isBase || model.inherits !== null ? quotedText(model.name.toLowerCase()) : null;
  const options = {
    polymorphic_on: only(isBase, '"kind"'),
    polymorphic_identity: identity,
    passive_deletes: only(model.passiveDeletes, "True"),
  };
  const kind = set.style === "legacy" ? "kind = Column(String(20), nullable=False)" : "kind: Mapped[str]";
  const args = dictionary(options);
  return [...(isBase ? [kind] : []), ...(args === "{}" ? [] : [`__mapper_args__ = ${args}`])];
}
