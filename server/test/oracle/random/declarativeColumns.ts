import {
  classNamed,
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
  referredColumns,
} from "./modelSet.ts";
import { boolean, call, only, quotedText } from "./python.ts";

/** The source of a class in parts, which stand in different places of a module. */
export interface ClassParts {
  /** Statements before the class: aliases and constants. */
  readonly before: readonly string[];
  /** Lines of a mixin. */
  readonly mixin: readonly string[];
  /** Lines of the class itself. */
  readonly body: readonly string[];
}

type Keywords = Readonly<Record<string, string | null>>;

export const columnTypes: Readonly<Record<PlainColumn["type"], string>> = {
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

export function joinParts(parts: readonly ClassParts[]): ClassParts {
  return {
    before: parts.flatMap(({ before }) => before),
    mixin: parts.flatMap(({ mixin }) => mixin),
    body: parts.flatMap(({ body }) => body),
  };
}

/** The columns of a class's primary key, where it has a table of its own. */
export function keyParts(set: ModelSet, model: ModelClass): ClassParts {
  const { inherits } = model;
  const code = inherits === null && model.code !== null ? [codeLine(set, model.code)] : [];
  if (inherits?.kind === "single" || model.key === "reference") return inBody(code);
  const foreign =
    inherits === null || inherits.kind === "concrete"
      ? []
      : [
          call("ForeignKey", [quotedText(keyTarget(set, inherits.base)[0] ?? "")], {
            ondelete: inherits.onDelete === null ? null : quotedText(inherits.onDelete),
          }),
        ];
  const key = keyColumns(set, model).map(({ name, type }) =>
    columnLine(set, {
      name,
      type,
      nullable: false,
      positional: model.mapper.identity ? [...foreign, "Identity(start=5)"] : foreign,
      keywords: model.mapper.namesKey ? { index: "True" } : { primary_key: "True" },
      spelling: 1,
    }),
  );
  return inBody([...key, ...code]);
}

function codeLine(set: ModelSet, type: KeyType): string {
  const keywords = { unique: "True" };
  return columnLine(set, { name: "code", type, nullable: false, positional: [], keywords, spelling: 1 });
}

/** A column without a foreign key; the last spelling puts it into the mixin. */
export function plainParts(set: ModelSet, column: PlainColumn): ClassParts {
  const { name, unique, index, renamed, spelling, onUpdate, computed, deferred, serverDefault } = column;
  const keywords = {
    unique: only(unique, "True"),
    index: only(index, "True"),
    onupdate: onUpdate,
    server_default: serverDefault === null ? null : quotedText(serverDefault),
    deferred: only(deferred, "True"),
  };
  const positional = [...(renamed ? [quotedText(`${name}_column`)] : []), ...(computed ? ['Computed("1 + 1")'] : [])];
  const line = columnLine(set, { ...column, positional, keywords });
  return spelling === 4 ? { before: [], mixin: [line], body: [] } : inBody([line]);
}

/** The columns of a foreign key. Where it has several, the constraint stands in the table's arguments. */
export function referenceParts(set: ModelSet, model: ModelClass, reference: Reference): ClassParts {
  const all = referenceColumns(set, reference);
  const columns = ownColumns(set, reference);
  const [single] = all;
  if (single !== undefined && all.length === 1) return singleParts(set, model, reference, single.name, single.type);
  const lines = columns.map(({ name, type }, index) => {
    const required = reference.spelling === 4 && index === 0 && reference.shared === null;
    const keywords = { primary_key: only(reference.primaryKey, "True") };
    const nullable = reference.nullable && !required;
    return columnLine(set, { name, type, nullable, positional: [], keywords, spelling: reference.spelling % 3 });
  });
  return inBody(lines);
}

function singleParts(set: ModelSet, model: ModelClass, reference: Reference, name: string, type: KeyType): ClassParts {
  const { primaryKey, unique, index, nullable, renamed, spelling } = reference;
  const serverDefault = reference.serverDefault === null || type !== "int" ? null : quotedText(reference.serverDefault);
  const keywords = {
    primary_key: only(primaryKey, "True"),
    unique: only(unique, "True"),
    index: only(index, "True"),
    server_default: serverDefault,
  };
  const text = quotedText(referenceTarget(set, reference)[0] ?? "");
  const constant = `${model.name}_${name}_target`.toUpperCase();
  const target = spelling === 7 ? (attributeTarget(set, model, reference) ?? text) : spelling === 8 ? constant : text;
  const foreignKey = call("ForeignKey", [target], actionKeywords(reference));
  if (!reference.declared) {
    const plain = {
      name,
      type,
      nullable,
      positional: [],
      keywords: { ...keywords, server_default: null },
      spelling: 1,
    };
    return inBody([columnLine(set, plain)]);
  }
  const before = spelling === 8 ? [`${constant} = ${text}`] : [];
  const positional = [...(renamed && !primaryKey ? [quotedText(`${name}_column`)] : []), foreignKey];
  if (spelling === 5 && set.style === "declarative" && !renamed) {
    const alias = `${model.name.toLowerCase()}_${name}_key`;
    const annotated = `${alias} = Annotated[${type}, ${call("mapped_column", positional, keywords)}]`;
    const line = `${name}: Mapped[${nullable && !primaryKey ? `Optional[${alias}]` : alias}]`;
    return { before: [...before, annotated], mixin: [], body: [line] };
  }
  if (spelling === 6 && model.inherits === null)
    return { before, mixin: mixinLines(set, reference, name, type, positional, keywords), body: [] };
  return {
    before,
    mixin: [],
    body: [columnLine(set, { name, type, nullable, positional, keywords, spelling: spelling % 5 })],
  };
}

/** A foreign key in a mixin: copied to the class, or made by a method. */
function mixinLines(
  set: ModelSet,
  { nullable }: Reference,
  name: string,
  type: KeyType,
  positional: readonly string[],
  keywords: Keywords,
): string[] {
  if (set.style === "declarative")
    return [columnLine(set, { name, type, nullable, positional, keywords, spelling: 0 })];
  const stated = nullable ? null : only(keywords.primary_key == null, "False");
  const types = positional[0]?.startsWith('"')
    ? [positional[0], columnTypes[type], ...positional.slice(1)]
    : [columnTypes[type], ...positional];
  const column = call("Column", types, { ...keywords, nullable: stated });
  return ["@declared_attr", `def ${name}(cls):`, `    return ${column}`];
}

/** The target as an attribute of its class, where that is there already and keeps its key in its own table. */
function attributeTarget(set: ModelSet, model: ModelClass, { target }: Reference): string | null {
  const position = set.classes.findIndex(({ name }) => name === target);
  const other = classNamed(set, target);
  const isEarlier = position < set.classes.findIndex(({ name }) => name === model.name);
  if (!isEarlier || other.inherits !== null || set.layout === "package") return null;
  return `${target}.${referredColumns(set, other)[0]?.name}`;
}

export function constraintText(set: ModelSet, reference: Reference): string {
  const own = referenceColumns(set, reference).map(({ name }) => quotedText(name));
  const targets = referenceTarget(set, reference).map(quotedText);
  return call("ForeignKeyConstraint", [`[${own.join(", ")}]`, `[${targets.join(", ")}]`], actionKeywords(reference));
}

export function actionKeywords({ onDelete, deferrable }: Reference): Record<string, string | null> {
  return {
    ondelete: onDelete === null ? null : quotedText(onDelete),
    deferrable: only(deferrable, "True"),
    initially: only(deferrable, '"DEFERRED"'),
  };
}

interface ColumnText {
  readonly name: string;
  readonly type: PlainColumn["type"];
  readonly nullable: boolean;
  readonly positional: readonly string[];
  readonly keywords: Keywords;
  readonly spelling: number;
}

/** One column, in one of the ways to write it. */
function columnLine(set: ModelSet, { name, type, nullable, positional, keywords, spelling }: ColumnText): string {
  const [first, ...others] = positional;
  const named = first?.startsWith('"') ? [first] : [];
  const rest = named.length > 0 ? others : positional;
  const untyped = set.style === "legacy" || (spelling === 3 && keywords.primary_key == null);
  if (untyped) {
    const stated = nullable ? null : only(keywords.primary_key == null, "False");
    const { deferred, ...others } = keywords;
    const args = [...named, columnTypes[type], ...rest];
    if (set.style !== "legacy") return `${name} = ${call("mapped_column", args, { ...keywords, nullable: stated })}`;
    const column = call("Column", args, { ...others, nullable: stated });
    return `${name} = ${deferred == null ? column : call("deferred", [column])}`;
  }
  const explicit = spelling === 2 ? { nullable: boolean(nullable) } : {};
  const typed = spelling === 1 ? [columnTypes[type]] : [];
  const annotation = nullable ? (spelling === 0 ? `Optional[${type}]` : `${type} | None`) : type;
  const column = call("mapped_column", [...named, ...typed, ...rest], { ...keywords, ...explicit });
  return column === "mapped_column()" ? `${name}: Mapped[${annotation}]` : `${name}: Mapped[${annotation}] = ${column}`;
}

function inBody(lines: readonly string[]): ClassParts {
  return { before: [], mixin: [], body: lines };
}
