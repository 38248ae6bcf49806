import { modelProblem } from "../modelProblem.ts";
import type { OutsideDefinitions } from "../outsideDefinitions.ts";
import type { Column } from "../schema/column.ts";
import type { TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { ForeignKey, Table } from "../schema/table.ts";
import type { LinkedTable } from "../tables/linkTables.ts";

/** Problems of single foreign keys: unknown targets, actions that cannot be, targets that do not fit. */
export function checkForeignKeys(
  { table, targetTexts, declared }: LinkedTable,
  tables: ReadonlyMap<TableKey, LinkedTable>,
  outside: OutsideDefinitions,
): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  const owner: Owner = { table, columns: new Map(table.columns.map((column) => [column.name, column])) };
  for (const [index, foreignKey] of table.foreignKeys.entries()) {
    const target = foreignKey.target.key === null ? null : (tables.get(foreignKey.target.key)?.table ?? null);
    if (target !== null || !declared.setting.openMetadata) {
      problems.push(...unknownTarget(owner, foreignKey, targetTexts[index] ?? null, target, outside));
    }
    problems.push(...invalidPhrases(owner, foreignKey), ...setNullOnRequired(owner, foreignKey));
  }
  return problems;
}

/** The referencing table, with its columns by name. */
interface Owner {
  readonly table: Table;
  readonly columns: ReadonlyMap<string, Column>;
}

function about(
  { table, columns }: Owner,
  foreignKey: ForeignKey,
): Pick<ModelProblem, "location" | "classKey" | "attribute" | "table" | "call"> {
  return {
    location: foreignKey.location,
    classKey: table.classKey,
    attribute: columns.get(foreignKey.columns[0] ?? "")?.attribute ?? null,
    table: table.key,
    call: foreignKey.call,
  };
}

/** `details.target`: the target as `table.column`; `details.missing`: `table` or `column`. */
function unknownTarget(
  owner: Owner,
  foreignKey: ForeignKey,
  text: string | null,
  target: Table | null,
  outside: OutsideDefinitions,
): readonly ModelProblem[] {
  const { table } = owner;
  const { schema, table: name, columns } = foreignKey.target;
  const [column = ""] = text !== null && !text.includes(".") ? ["None"] : columns;
  const full = schema === null ? name : `${schema}.${name}`;
  const own = `${table.name}.${foreignKey.columns[0] ?? ""}`;
  if (target === null) {
    if (outside.mayDefineTable(name)) return [];
    return [
      modelProblem({
        ...about(owner, foreignKey),
        code: "unknown-foreign-key",
        phase: "ddl",
        exception: "NoReferencedTableError",
        message: `Foreign key associated with column '${own}' could not find table '${full}' with which to generate a foreign key to target column '${column}'`,
        details: { target: `${full}.${column}`, missing: "table" },
      }),
    ];
  }
  const missing = columns.find((wanted) => !target.columns.some((candidate) => candidate.name === wanted));
  if (missing === undefined || !target.complete) return [];
  return [
    modelProblem({
      ...about(owner, foreignKey),
      code: "unknown-foreign-key",
      phase: "ddl",
      exception: "NoReferencedColumnError",
      message: `Could not initialize target column for ForeignKey '${text ?? `${full}.${missing}`}' on table '${table.name}': table '${full}' has no column named '${missing}'`,
      related: [{ ...target.location, message: `${full} is declared here` }],
      details: { target: `${full}.${missing}`, missing: "column" },
    }),
  ];
}

/** What stands between the words of a phrase that SQLAlchemy emits as it is. */
const PHRASE = /^\w+(?:\s+\w+)*$/;

const ACTIONS: readonly (readonly string[])[] = [
  ["CASCADE"],
  ["RESTRICT"],
  ["NO", "ACTION"],
  ["SET", "NULL"],
  ["SET", "DEFAULT"],
];

const USUAL_SPELLINGS: ReadonlySet<string> = new Set(ACTIONS.map((words) => words.join(" ")));

/** PostgreSQL's forms with a column list; whether they may be used depends on the dialect. */
const WITH_COLUMNS = /^SET (?:NULL|DEFAULT)\s*\(.+\)$/i;

function invalidPhrases(owner: Owner, foreignKey: ForeignKey): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  const { onDeleteText, onUpdate, initially } = foreignKey;
  if (onDeleteText !== null && !USUAL_SPELLINGS.has(onDeleteText) && !WITH_COLUMNS.test(onDeleteText)) {
    const failure = namesMember(foreignKey) ? memberFailure(onDeleteText) : phraseFailure(onDeleteText, ACTIONS);
    // `details.action`: the action as written.
    if (failure !== null)
      problems.push(ofPhrase(owner, foreignKey, "invalid-on-delete", failure, { action: onDeleteText }));
  }
  const update = onUpdate === null ? null : phraseFailure(onUpdate, ACTIONS);
  if (update !== null) problems.push(ofPhrase(owner, foreignKey, "other", update, {}));
  const deferral = initially === null ? null : phraseFailure(initially, [["DEFERRED"], ["IMMEDIATE"]]);
  if (deferral !== null) problems.push(ofPhrase(owner, foreignKey, "other", deferral, {}));
  return problems;
}

interface PhraseFailure {
  readonly exception: string;
  readonly message: string;
}

/** How a phrase fails: SQLAlchemy lets only words pass, the database only the words it knows. */
function phraseFailure(text: string, allowed: readonly (readonly string[])[]): PhraseFailure | null {
  if (!PHRASE.test(text)) {
    return {
      exception: "CompileError",
      message: `Unexpected SQL phrase: '${text}' (matching against '^\\w+(?:\\s+\\w+)*$')`,
    };
  }
  const words = text.split(/\s+/);
  const upper = words.map((word) => word.toUpperCase());
  if (allowed.some((phrase) => phrase.length === upper.length && phrase.every((word, index) => word === upper[index])))
    return null;
  const known = Math.max(...allowed.map((phrase) => sharedWords(phrase, upper)));
  return { exception: "OperationalError", message: `near "${words[known] ?? ")"}": syntax error` };
}

/**
 * Whether the DDL has the name of an enumeration's member (`OnDelete.CASCADE`) for an action: what `str()` makes of a member
 * whose value passes SQLAlchemy's check.
 */
export function namesMember({ onDelete, onDeleteText }: ForeignKey): boolean {
  return onDeleteText !== null && /^\w+\.\w+$/.test(onDeleteText) && onDeleteText.toUpperCase() !== onDelete;
}

function memberFailure(text: string): PhraseFailure {
  return { exception: "OperationalError", message: `near "${text.split(".", 1)[0]}": syntax error` };
}

function sharedWords(phrase: readonly string[], words: readonly string[]): number {
  const differing = phrase.findIndex((word, index) => word !== words[index]);
  return differing < 0 ? phrase.length : differing;
}

function ofPhrase(
  owner: Owner,
  foreignKey: ForeignKey,
  code: string,
  { exception, message }: PhraseFailure,
  details: ModelProblem["details"],
): ModelProblem {
  return modelProblem({ ...about(owner, foreignKey), code, phase: "ddl", exception, message, details });
}

/**
 * SET NULL on a column that takes no NULL, as the database sees it. `details.column`: the first such column;
 * `details.partly`: `true` where other columns of the foreign key do take NULL.
 */
function setNullOnRequired(owner: Owner, foreignKey: ForeignKey): readonly ModelProblem[] {
  const { table } = owner;
  if (foreignKey.onDelete !== "SET NULL" || !table.complete) return [];
  const columns = foreignKey.columns
    .map((name) => owner.columns.get(name))
    .filter((column): column is Column => column !== undefined);
  const required = columns.filter(({ nullable, primaryKey }) => !nullable || primaryKey);
  const [first] = required;
  if (first === undefined) return [];
  return [
    modelProblem({
      ...about(owner, foreignKey),
      code: "set-null-on-required",
      phase: "warning",
      exception: "IntegrityError",
      message: `NOT NULL constraint failed: ${table.name}.${first.name}`,
      details: { column: first.name, partly: String(required.length < columns.length) },
    }),
  ];
}
