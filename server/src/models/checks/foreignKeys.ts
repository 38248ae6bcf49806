import type { OutsideDefinitions } from "../linkDeclarations.ts";
import { modelProblem } from "../modelProblem.ts";
import type { Column, ForeignKey, ModelProblem, Table, TableKey } from "../schema.ts";
import type { LinkedTable } from "../tables/linkTables.ts";

/** The actions that SQLAlchemy's DDL compiler accepts, and PostgreSQL's forms with a column list. */
const VALID_ACTION = /^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT|SET (?:NULL|DEFAULT)\s*\(.+\))$/i;

/** Problems of single foreign keys: unknown targets, actions that cannot be, targets that do not fit. */
export function checkForeignKeys(
  table: Table,
  tables: ReadonlyMap<TableKey, LinkedTable>,
  outside: OutsideDefinitions,
): readonly ModelProblem[] {
  return table.foreignKeys.flatMap((foreignKey) => {
    const target = foreignKey.target.key === null ? null : (tables.get(foreignKey.target.key)?.table ?? null);
    return [
      ...unknownTarget(table, foreignKey, target, outside),
      ...invalidAction(table, foreignKey),
      ...setNullOnRequired(table, foreignKey),
    ];
  });
}

function about(
  table: Table,
  foreignKey: ForeignKey,
): Pick<ModelProblem, "location" | "classKey" | "attribute" | "table" | "call"> {
  const [first] = foreignKey.columns;
  const column = table.columns.find(({ name }) => name === first);
  return {
    location: foreignKey.location,
    classKey: table.classKey,
    attribute: column?.attribute ?? null,
    table: table.key,
    call: foreignKey.call,
  };
}

/** `details.target`: the target as `table.column`; `details.missing`: `table` or `column`. */
function unknownTarget(
  table: Table,
  foreignKey: ForeignKey,
  target: Table | null,
  outside: OutsideDefinitions,
): readonly ModelProblem[] {
  const { schema, table: name, columns } = foreignKey.target;
  const [column = ""] = columns;
  const full = schema === null ? name : `${schema}.${name}`;
  const own = `${table.name}.${foreignKey.columns[0] ?? ""}`;
  if (target === null) {
    if (outside.mayDefineTable(name)) return [];
    return [
      modelProblem({
        ...about(table, foreignKey),
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
      ...about(table, foreignKey),
      code: "unknown-foreign-key",
      phase: "ddl",
      exception: "NoReferencedColumnError",
      message: `Could not initialize target column for ForeignKey '${full}.${missing}' on table '${table.name}': table '${full}' has no column named '${missing}'`,
      related: [{ ...target.location, message: `${full} is declared here` }],
      details: { target: `${full}.${missing}`, missing: "column" },
    }),
  ];
}

/** `details.action`: the action as written. */
function invalidAction(table: Table, foreignKey: ForeignKey): readonly ModelProblem[] {
  const text = foreignKey.onDeleteText;
  if (text === null || VALID_ACTION.test(text)) return [];
  return [
    modelProblem({
      ...about(table, foreignKey),
      code: "invalid-on-delete",
      phase: "ddl",
      exception: "CompileError",
      message: `Unexpected SQL phrase: '${text}' (matching against '^(?:RESTRICT|CASCADE|SET NULL|NO ACTION|SET DEFAULT)$')`,
      details: { action: text },
    }),
  ];
}

/**
 * SET NULL on a column that takes no NULL, as the database sees it. `details.column`: the first such column;
 * `details.partly`: `true` where other columns of the foreign key do take NULL.
 */
function setNullOnRequired(table: Table, foreignKey: ForeignKey): readonly ModelProblem[] {
  if (foreignKey.onDelete !== "SET NULL") return [];
  const columns = foreignKey.columns
    .map((name) => table.columns.find((column) => column.name === name))
    .filter((column): column is Column => column !== undefined);
  const required = columns.filter(({ nullable, primaryKey }) => !nullable || primaryKey);
  const [first] = required;
  if (first === undefined) return [];
  return [
    modelProblem({
      ...about(table, foreignKey),
      code: "set-null-on-required",
      phase: "warning",
      exception: "IntegrityError",
      message: `NOT NULL constraint failed: ${table.name}.${first.name}`,
      details: { column: first.name, partly: String(required.length < columns.length) },
    }),
  ];
}
