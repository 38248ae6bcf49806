import type { CellValue } from "../impact.ts";

/** The values of a row. */
export type Cells = readonly CellValue[];

/** Rows sorted by some of their cells, as SQLite sorts; those that are alike keep their order. */
export function inOrderOf(positions: readonly number[], rows: readonly Cells[]): readonly Cells[] {
  const compare = (one: Cells, other: Cells) => compareAt(positions, one, other);
  return rows.every((row, index) => index === 0 || compare(rows[index - 1] ?? row, row) <= 0)
    ? rows
    : rows.toSorted(compare);
}

function compareAt(positions: readonly number[], one: Cells, other: Cells): number {
  for (const position of positions) {
    const order = compareCells(one[position] ?? null, other[position] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** NULL, then numbers, then texts by code point. */
function compareCells(one: CellValue, other: CellValue): number {
  const rankOfOne = rank(one);
  const rankOfOther = rank(other);
  if (rankOfOne !== rankOfOther) return rankOfOne - rankOfOther;
  if (one === null || other === null || one === other) return 0;
  return one < other ? -1 : 1;
}

function rank(value: CellValue): number {
  if (value === null) return 0;
  return typeof value === "number" ? 1 : 2;
}
