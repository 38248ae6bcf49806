import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import type { Mapper, Mapping } from "../mapper.ts";
import { plainDefault } from "../plainDefault.ts";
import { remembered } from "../remembered.ts";
import type { Checks } from "../throwaway/checks.ts";
import type { ExtentKeys } from "../throwaway/extentKeys.ts";
import { type Draft, type DraftRow, emptyDraft, hasValues, type Role, rowsOf } from "./draft.ts";
import { instantiable } from "./instantiable.ts";
import type { Passage } from "./passages.ts";
import { makeObject } from "./rowBuilder.ts";
import type { ShapeOf } from "./rowShape.ts";
import type { RowBuilder, RowWish } from "./rowWish.ts";
import { serve, serveSurvivor } from "./serve.ts";

/** The rows of a preview. */
export interface DataSet {
  readonly draft: Draft;
  /** The object that is deleted: its row in its class's own table. Null where no such row can be made. */
  readonly victim: DraftRow | null;
  /** True where rows that belong in the picture were left out at the limit. */
  readonly truncated: boolean;
}

export interface DataSetPlan {
  readonly mapping: Mapping;
  readonly shapeOf: ShapeOf;
  readonly mapper: Mapper;
  /** What the delete passes on its way, nearest first. */
  readonly passages: readonly Passage[];
  readonly checks: Checks;
  readonly extentKeys: ExtentKeys;
  /** No further children are added from this many rows on. Rows that others require are made beyond it. */
  readonly rowLimit: number;
}

/** A reference that leads back into a table is followed this often from the victim, so that trees are cut. */
const mostRounds = 2;

/**
 * The canonical data set: a victim and a survivor; for each reference that the delete passes, two children of every
 * affected row and one of a survivor, recursively. Every reference is served once before any is served again, so that a
 * cut leaves no table of the picture empty.
 */
export function buildDataSet(plan: DataSetPlan): DataSet {
  const { mapping, mapper, passages, rowLimit } = plan;
  const builder = builderFor(plan);
  const { draft } = builder;
  const table = mapper.tables.at(-1);
  if (!table) return { draft, victim: null, truncated: false };
  const defaults = defaultTargets(passages);
  reserve(draft, defaults);
  const root = instantiable(mapper, table, [])[0] ?? mapper;
  const victim = makeObject(builder, table, root, new Map(), wish("affected"));
  if (!victim) return { draft, victim, truncated: false };
  // What goes with the victim must be known before the survivor looks for rows to refer to.
  const goes = [...victim.object];
  for (const part of goes) {
    for (const passage of passages) {
      if (passage.towards === "parent")
        goes.push(...pullIn(builder, passage, part).filter((row) => !goes.includes(row)));
    }
  }
  makeObject(builder, table, root, new Map(), wish("survivor"));
  for (const { parent, key } of defaults) {
    const exists = rowsOf(draft, parent).some((row) => hasValues(row, key));
    const parentMapper = parent.classKey === null ? undefined : mapping.mappers.get(parent.classKey);
    if (!exists) makeObject(builder, parent, parentMapper ?? null, key, wish("default"));
  }
  return { draft, victim, truncated: serveAll(builder, passages, victim, rowLimit) };
}

/** A row of the frame: it has to be there, whatever its constraints say. */
function wish(role: Role): RowWish {
  return { role, company: "apart", origin: null, unmetChecks: "tolerated" };
}

function builderFor({ mapping, shapeOf, passages, checks, extentKeys }: DataSetPlan): RowBuilder {
  const keyOf = (foreignKey: Passage["foreignKey"]) => `${foreignKey.table} ${foreignKey.columns.join()}`;
  const onTheWay = new Set(passages.map(({ foreignKey }) => keyOf(foreignKey)));
  const filled = new Set(
    passages.filter(({ towards }) => towards === "parent").map(({ foreignKey }) => keyOf(foreignKey)),
  );
  return {
    mapping,
    draft: emptyDraft(shapeOf, extentKeys),
    isFilled: remembered((foreignKey) => filled.has(keyOf(foreignKey))),
    isOnTheWay: remembered((foreignKey) => onTheWay.has(keyOf(foreignKey))),
    checks,
  };
}

interface Task {
  readonly passage: Passage;
  readonly parent: DraftRow;
}

/** Serves every affected row that there is and that comes up; true where the limit cut it short. */
function serveAll(builder: RowBuilder, passages: readonly Passage[], victim: DraftRow, rowLimit: number): boolean {
  const served = new Set<Passage>();
  const first: Task[] = [];
  const later: Task[] = [];
  const entered = new Set<DraftRow>();
  const enter = (row: DraftRow): void => {
    const open = [...row.object];
    for (let part = open.shift(); part !== undefined; part = open.shift()) {
      if (entered.has(part)) continue;
      entered.add(part);
      for (const passage of passages) {
        if (passage.towards === "parent") open.push(...pullIn(builder, passage, part));
        else if (passage.parent === part.table && roundsOf(passage, part) < mostRounds) {
          (served.has(passage) ? later : first).push({ passage, parent: part });
        }
      }
    }
  };
  enter(victim);
  for (let task = first.shift() ?? later.shift(); task !== undefined; task = first.shift() ?? later.shift()) {
    const { passage, parent } = task;
    if (served.has(passage) && first.length > 0) {
      later.push(task);
      continue;
    }
    if (builder.draft.size >= rowLimit) return true;
    for (const child of serve(builder, passage, parent)) if (child.role === "affected") enter(child);
    if (!served.has(passage)) {
      served.add(passage);
      serveSurvivor(builder, passage);
    }
  }
  return false;
}

/** A delete cascade towards the parent makes the row that an affected row refers to an affected one too. */
function pullIn(builder: RowBuilder, passage: Passage, row: DraftRow): readonly DraftRow[] {
  if (passage.child !== row.table || !passage.deletes) return [];
  const { columns, target } = passage.foreignKey;
  const parent = rowsOf(builder.draft, passage.parent).find((candidate) =>
    columns.every((name, index) => {
      const value = row.values.get(name) ?? null;
      return value !== null && candidate.values.get(target.columns[index] ?? "") === value;
    }),
  );
  if (!parent) return [];
  for (const part of parent.object) part.role = "affected";
  return parent.object;
}

function roundsOf(passage: Passage, row: DraftRow): number {
  let rounds = 0;
  for (let origin = row.origin; origin !== null; origin = origin.parent.origin) {
    if (origin.passage === passage) rounds++;
  }
  return rounds;
}

interface DefaultTarget {
  readonly parent: Table;
  readonly key: ReadonlyMap<string, CellValue>;
}

/** The rows that SET DEFAULT points children to: they have to be there, and to stay. */
function defaultTargets(passages: readonly Passage[]): readonly DefaultTarget[] {
  return passages.flatMap(({ foreignKey, child, parent }) => {
    if (foreignKey.onDelete !== "SET DEFAULT") return [];
    const key = new Map<string, CellValue>();
    foreignKey.columns.forEach((name, index) => {
      const value = plainDefault(child.columns.find((column) => column.name === name)?.serverDefault ?? null);
      const isNumber = typeof value === "string" && /^[+-]?\d+$/.test(value);
      if (value != null) key.set(foreignKey.target.columns[index] ?? "", isNumber ? Number(value) : value);
    });
    return key.size === foreignKey.columns.length ? [{ parent, key }] : [];
  });
}

function reserve(draft: Draft, defaults: readonly DefaultTarget[]): void {
  for (const { parent, key } of defaults) {
    const values = draft.reserved.get(parent.key) ?? new Set<CellValue>();
    for (const value of key.values()) {
      values.add(value);
      if (typeof value === "string" && /^\d+$/.test(value)) values.add(Number(value));
    }
    draft.reserved.set(parent.key, values);
  }
}
