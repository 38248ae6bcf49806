import { expect, test } from "vitest";
import { ANYTHING, type DerivedMap, deriveMap, mapSteadily } from "../../src/models/derivedMap.ts";
import { changesOf } from "../../src/models/forEachChange.ts";
import { type SteadyMap, SteadyMapBuilder } from "../../src/models/steadyMap.ts";
import { finish } from "../../src/models/steps.ts";
import { pseudoRandom } from "../workspace/randomEdits.ts";

const random = pseudoRandom(11);
const ROUNDS = 500;
const KEYS = 600;

/** A cell of a sheet: a number, and the cells that are added to it; null for one that adds up everything. */
interface Cell {
  readonly number: number;
  readonly adds: readonly string[] | null;
}

interface Sum {
  readonly cell: Cell;
  /** The cells that were looked at, as they were. */
  readonly seen: readonly (Cell | undefined)[];
  readonly sum: number;
}

function below(limit: number): number {
  return Math.floor(random() * limit);
}

function randomCell(): Cell {
  const adds = Array.from({ length: below(3) }, () => `c${below(KEYS)}`);
  return { number: below(10), adds: below(60) === 0 ? null : adds };
}

function firstCells(): (readonly [string, Cell])[] {
  return Array.from({ length: 200 }, (_, index) => [`c${index}`, randomCell()]);
}

/** A few cells written anew; sometimes one is added or gone. */
function edited(cells: SteadyMap<string, Cell> | null): SteadyMap<string, Cell> {
  const entries: (readonly [string, Cell])[] = cells === null ? firstCells() : [...cells.entries()];
  for (let count = below(4); count > 0 && entries.length > 0; count--) {
    const at = below(entries.length);
    entries[at] = [entries[at]?.[0] ?? "", randomCell()];
  }
  if (below(20) === 0) entries.splice(below(entries.length), 1);
  if (below(20) === 0) entries.push([`c${below(KEYS)}`, randomCell()]);
  const builder = new SteadyMapBuilder(cells);
  for (const [key, cell] of entries) builder.set(key, cell);
  return builder.finish();
}

function sumsOf(
  cells: SteadyMap<string, Cell>,
  before: Sheet | null,
): { readonly sums: DerivedMap<string, Sum>; readonly asked: number } {
  let asked = 0;
  const sums = finish(
    deriveMap<string, Sum>(cells, before?.sums ?? null, before && changesOf(before.cells, cells), {
      answer: (_, position, known) => {
        asked++;
        const cell = cells.inPlace[position] as Cell;
        const seen = cell.adds === null ? [...cells.values()] : cell.adds.map((key) => cells.get(key));
        const isSame = known?.cell === cell && seen.length === known.seen.length;
        if (isSame && seen.every((each, index) => each === known.seen[index])) return known;
        return { cell, seen, sum: seen.reduce((sum, each) => sum + (each?.number ?? 0), cell.number) };
      },
      keysOf: ({ cell }) => cell.adds ?? [ANYTHING],
    }),
  );
  return { sums, asked };
}

interface Sheet {
  readonly cells: SteadyMap<string, Cell>;
  readonly sums: DerivedMap<string, Sum>;
  readonly plain: SteadyMap<string, number>;
}

test("what is derived from an earlier state equals what is derived from nothing, and is asked for rarely", () => {
  let sheets: readonly Sheet[] = [];
  let [asked, there] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    // Now and then from a state that is not the latest.
    const before = (below(4) === 0 ? sheets[below(sheets.length)] : sheets.at(-1)) ?? null;
    const cells = edited(before?.cells ?? null);
    const later = sumsOf(cells, before);
    expect([...later.sums.map]).toEqual([...sumsOf(cells, null).sums.map]);
    const plain = mapSteadily(
      later.sums.map,
      before && { of: before.sums.map, result: before.plain },
      ({ sum }) => sum,
    );
    expect([...plain.values()]).toEqual([...later.sums.map.values()].map(({ sum }) => sum));
    for (const [key, sum] of later.sums.map) {
      const known = before?.sums.map.get(key);
      if (known !== undefined && known.cell === sum.cell && known.seen.every((cell, index) => cell === sum.seen[index]))
        if (known.seen.length === sum.seen.length) expect(sum).toBe(known);
    }
    sheets = [...sheets.slice(-5), { cells, sums: later.sums, plain }];
    asked += later.asked;
    there += cells.size;
  }
  expect(asked).toBeLessThan(there / 2);
});
