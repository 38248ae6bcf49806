import { type DerivedMap, deriveMap } from "../derivedMap.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { OutsideDefinitions } from "../outsideDefinitions.ts";
import type { Column } from "../schema/column.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { ForeignKey, Table } from "../schema/table.ts";
import type { SteadyMap } from "../steadyMap.ts";
import type { Steps } from "../steps.ts";
import type { LinkedTable } from "../tables/linkTables.ts";
import { checkForeignKeys } from "./foreignKeys.ts";

/** What is wrong with the foreign keys of each table. */
export interface CheckedTables {
  readonly outside: OutsideDefinitions;
  readonly tables: DerivedMap<TableKey, CheckedTable>;
}

interface CheckedTable {
  readonly linked: LinkedTable;
  /** The tables that its foreign keys reference. */
  readonly targets: readonly (Table | null)[];
  readonly className: string | null;
  readonly problems: readonly ModelProblem[];
  /** Columns that are written as `Column(...)`: such an object fits one table only. */
  readonly columnObjects: readonly Column[];
}

/**
 * Checks the foreign keys of all tables. Those of `before` are kept where they and what they reference are the same; `changed`
 * are the tables and classes that are not.
 */
export function* checkedTables(
  tables: SteadyMap<TableKey, LinkedTable>,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  outside: OutsideDefinitions,
  before: { readonly checked: CheckedTables; readonly changed: ReadonlySet<string> } | null,
): Steps<CheckedTables> {
  const kept = before?.checked.outside === outside ? before : null;
  const checked = yield* deriveMap<TableKey, CheckedTable>(
    tables,
    kept?.checked.tables ?? null,
    kept?.changed ?? null,
    {
      answer: (_, position, known) => {
        const linked = tables.inPlace[position] as LinkedTable;
        const { classKey, foreignKeys } = linked.table;
        const className = classKey === null ? null : (classes.get(classKey)?.name ?? null);
        if (known?.linked === linked && known.className === className && referencesSame(known, tables)) return known;
        const targets = foreignKeys.map((foreignKey) => targetOf(foreignKey, tables));
        const problems = checkForeignKeys(linked, tables, outside).map((problem) => ({ ...problem, className }));
        return { linked, targets, className, problems, columnObjects: columnObjectsOf(linked.table) };
      },
      keysOf: ({ linked: { table } }) => [
        ...(table.classKey === null ? [] : [table.classKey]),
        ...table.foreignKeys.flatMap(({ target }) => target.key ?? []),
      ],
    },
  );
  return { outside, tables: checked };
}

function referencesSame({ linked, targets }: CheckedTable, tables: ReadonlyMap<TableKey, LinkedTable>): boolean {
  for (const [index, foreignKey] of linked.table.foreignKeys.entries()) {
    if (targetOf(foreignKey, tables) !== targets[index]) return false;
  }
  return true;
}

function targetOf({ target }: ForeignKey, tables: ReadonlyMap<TableKey, LinkedTable>): Table | null {
  return target.key === null ? null : (tables.get(target.key)?.table ?? null);
}

const NO_COLUMNS: readonly Column[] = [];

function columnObjectsOf({ columns }: Table): readonly Column[] {
  const found = columns.filter(({ call }) => call?.callee === "sqlalchemy.Column");
  return found.length === 0 ? NO_COLUMNS : found;
}
