import type { Value } from "../value.ts";

/** `MetaData(naming_convention=...)`: a template for each kind of constraint; only constant templates are kept. */
export type NamingConvention = Readonly<Record<string, Template>>;

/** Text and, in turn with it, the tokens `%(token)s` between. */
type Template = readonly string[];

/** What SQLAlchemy uses where the metadata has no convention of its own. */
const DEFAULT: NamingConvention = { ix: readTemplate("ix_%(column_0_label)s") };

function readTemplate(text: string): Template {
  return text.split(/%\((\w+)\)s/);
}

const GIVEN = "constraint_name";

/** What a template may name. */
export interface NamedConstraint {
  readonly given: string | null;
  readonly table: string;
  readonly schema: string | null;
  /** Empty for a check, whose condition is text. */
  readonly columns: readonly string[];
  /** What a foreign key refers to. */
  readonly target?: { readonly table: string; readonly columns: readonly string[] };
}

/** Templates by their short names; the types themselves may be keys as well. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["sqlalchemy.Index", "ix"],
  ["sqlalchemy.UniqueConstraint", "uq"],
  ["sqlalchemy.CheckConstraint", "ck"],
  ["sqlalchemy.ForeignKeyConstraint", "fk"],
  ["sqlalchemy.PrimaryKeyConstraint", "pk"],
]);

/** Reads a convention; an empty one, or none, means the default. */
export function readNamingConvention(value: Value | null): NamingConvention {
  if (value === null || value.kind !== "dict" || value.entries.length === 0) return DEFAULT;
  const templates: Record<string, Template> = {};
  for (const { key, value: template } of value.entries) {
    const kind = key.kind === "string" ? key.value : key.kind === "symbol" ? KINDS.get(key.name) : undefined;
    if (kind !== undefined && template.kind === "string") templates[kind] = readTemplate(template.value);
  }
  return templates;
}

/**
 * The name of a constraint. A given name stands, unless the template asks for it (`%(constraint_name)s`) to make one of it
 * (SQLAlchemy documentation: "Configuring Constraint Naming Conventions"). Null where none is given and the convention has no
 * template for it, or one that asks for something unknown.
 */
export function constraintName(
  convention: NamingConvention,
  kind: "ix" | "uq" | "fk" | "ck" | "pk",
  constraint: NamedConstraint,
): string | null {
  const { given } = constraint;
  const template = convention[kind];
  if (template === undefined || (given !== null && !template.includes(GIVEN))) return given;
  let name = "";
  for (const [index, part] of template.entries()) {
    const text = index % 2 === 0 ? part : tokenText(part, constraint);
    if (text === null) return given;
    name += text;
  }
  return name;
}

function tokenText(token: string, { given, table, schema, columns, target }: NamedConstraint): string | null {
  if (token === GIVEN) return given;
  if (token === "table_name") return table;
  if (token === "referred_table_name") return target?.table ?? null;
  const referred = token.startsWith("referred_column_");
  const match = /^(?:referred_)?column_(\d+)(_?N)?_(name|key|label)$/.exec(token);
  if (match === null) return null;
  const [, first = "0", all, part] = match;
  const prefix = part === "label" ? `${schema === null ? "" : `${schema.replaceAll(".", "_")}_`}${table}_` : "";
  const names = (referred ? (target?.columns ?? []) : columns).map((column) => prefix + column);
  if (all !== undefined && names.length > 0) return names.slice(Number(first)).join(all === "_N" ? "_" : "");
  return names[Number(first)] ?? null;
}
