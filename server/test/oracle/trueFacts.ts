import type { Fact } from "./facts.ts";
import type { TrueClass, TrueRelationship, TrueSchema, TrueTable } from "./trueSchema.ts";

/**
 * SQLAlchemy's account of a schema as facts. After a failure at import nothing else is known; after one at configuration
 * nothing is known about relationships.
 */
export function trueFacts({ failure, tables, classes }: TrueSchema): Fact[] {
  if (failure?.phase === "import") return [];
  const names = tables.map((table) => tableSubject(qualified(table), table.class));
  return [
    { kind: "tables", subject: "all", value: [...names].sort() },
    ...(definedInOneModule(classes) ? [{ kind: "tables in order", subject: "all", value: names }] : []),
    ...tables.flatMap((table) => tableFacts(table)),
    { kind: "classes", subject: "all", value: classes.map(({ class: name }) => name).sort() },
    ...classes.flatMap(classFacts),
  ];
}

/** Only within a module is the order of definition a matter of the source alone: between modules imports decide. */
export function definedInOneModule(classes: readonly TrueClass[]): boolean {
  return new Set(classes.map(({ class: name }) => name.split(":")[0])).size <= 1;
}

/** How a table is named in facts: tables of different metadata may share a name, so the class is part of it. */
export function tableSubject(name: string, mappedClass: string | null): string {
  return mappedClass === null ? name : `${name} (${mappedClass})`;
}

function qualified({ schema, name }: TrueTable): string {
  return schema === null ? name : `${schema}.${name}`;
}

function tableFacts(table: TrueTable): Fact[] {
  const subject = tableSubject(qualified(table), table.class);
  const facts: Fact[] = [
    { kind: "columns", subject, value: table.columns.map(({ name }) => name) },
    { kind: "primaryKey", subject, value: table.primaryKey },
    { kind: "uniques", subject, value: table.uniques.map(({ name, columns }) => `${name}: ${columns}`).sort() },
    {
      kind: "indexes",
      subject,
      value: table.indexes.map(({ name, columns, unique }) => `${name}: ${columns} ${unique}`).sort(),
    },
    { kind: "checks", subject, value: table.checks.map(({ name, text }) => `${name}: ${text}`).sort() },
  ];
  for (const { name, type, ...rest } of table.columns) {
    facts.push(...properties("column", `${subject}.${name}`, type === null ? rest : { ...rest, type }));
  }
  const seen = new Map<string, number>();
  for (const { columns, target, ...rest } of table.foreignKeys) {
    const key = foreignKeySubject(subject, columns, target);
    const repeated = seen.get(key) ?? 0;
    seen.set(key, repeated + 1);
    facts.push(...properties("foreignKey", repeated === 0 ? key : `${key} #${repeated + 1}`, rest));
  }
  return facts;
}

/** How a foreign key is named in facts: what references what. */
export function foreignKeySubject(
  table: string,
  columns: readonly string[],
  target: { readonly schema: string | null; readonly table: string; readonly columns: readonly (string | null)[] },
): string {
  const name = target.schema === null ? target.table : `${target.schema}.${target.table}`;
  return `${table}.(${columns}) -> ${name}.(${target.columns})`;
}

function classFacts({ class: subject, attributes, relationships, ...rest }: TrueClass): Fact[] {
  return [
    ...properties("class", subject, rest),
    { kind: "class.attributes", subject, value: sortedEntries(Object.entries(attributes)) },
    ...relationshipFacts(subject, relationships),
  ];
}

function relationshipFacts(subject: string, relationships: readonly TrueRelationship[] | null): Fact[] {
  if (relationships === null) return [];
  return [
    { kind: "relationships", subject, value: relationships.map(({ name }) => name).sort() },
    ...relationships.flatMap(({ name, ...rest }) => properties("relationship", `${subject}.${name}`, rest)),
  ];
}

/** One fact for each property of an object. */
export function properties(kind: string, subject: string, values: object): Fact[] {
  return Object.entries(values).map(([name, value]) => ({ kind: `${kind}.${name}`, subject, value }));
}

export function sortedEntries(entries: Iterable<readonly [string, string]>): string[] {
  return [...entries].map(([name, value]) => `${name}: ${value}`).sort();
}
