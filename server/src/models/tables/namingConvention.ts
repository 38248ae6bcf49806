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

/** What a template may name. */
export interface NamedConstraint {
  readonly table: string;
  readonly schema: string | null;
  readonly columns: readonly string[];
  readonly referredTable: string | null;
  readonly referredColumns: readonly string[];
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

/** The name that the convention gives, null where it has no template or the template asks for something unknown. */
export function conventionalName(
  convention: NamingConvention,
  kind: "ix" | "uq" | "fk",
  constraint: NamedConstraint,
): string | null {
  const template = convention[kind];
  if (template === undefined) return null;
  let name = "";
  for (const [index, part] of template.entries()) {
    const text = index % 2 === 0 ? part : tokenText(part, constraint);
    if (text === null) return null;
    name += text;
  }
  return name;
}

/**
 * The name of a check: the template has to ask for the name that is given, else that stands (SQLAlchemy documentation:
 * "Naming CHECK Constraints"). Tokens for columns are beyond it, their condition is text.
 */
export function conventionalCheckName(
  convention: NamingConvention,
  table: string,
  given: string | null,
): string | null {
  const template = convention.ck;
  if (template === undefined || (given !== null && !template.includes("constraint_name"))) return given;
  const tokens = new Map([
    ["table_name", table],
    ["constraint_name", given],
  ]);
  const parts = template.map((part, index) => (index % 2 === 0 ? part : (tokens.get(part) ?? null)));
  return parts.includes(null) ? given : parts.join("");
}

function tokenText(
  token: string,
  { table, schema, columns, referredTable, referredColumns }: NamedConstraint,
): string | null {
  if (token === "table_name") return table;
  if (token === "referred_table_name") return referredTable;
  const referred = token.startsWith("referred_column_");
  const match = /^(?:referred_)?column_(\d+)(_?N)?_(name|key|label)$/.exec(token);
  if (match === null) return null;
  const [, first = "0", all, part] = match;
  const prefix = part === "label" ? `${(schema === null ? table : `${schema}.${table}`).replaceAll(".", "_")}_` : "";
  const names = (referred ? referredColumns : columns).map((column) => prefix + column);
  if (all !== undefined) return names.slice(Number(first)).join(all === "_N" ? "_" : "");
  return names[Number(first)] ?? null;
}
