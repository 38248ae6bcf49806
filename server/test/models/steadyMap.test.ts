import { describe, expect, test } from "vitest";
import { forEachChange } from "../../src/models/forEachChange.ts";
import { groupBy } from "../../src/models/groupBy.ts";
import { type SteadyGroups, steadyGroups } from "../../src/models/steadyGroups.ts";
import { type SteadyMap, SteadyMapBuilder } from "../../src/models/steadyMap.ts";
import { oneOf, pseudoRandom } from "../workspace/randomEdits.ts";

const random = pseudoRandom(7);
const ROUNDS = 3_000;

type Entry = readonly [string, number];

function steady(entries: readonly Entry[], before: SteadyMap<string, number> | null): SteadyMap<string, number> {
  const builder = new SteadyMapBuilder(before);
  for (const [key, value] of entries) builder.set(key, value);
  return builder.finish();
}

function few(most: number): number {
  return Math.floor(random() * (most + 1));
}

/** A value set again, an entry more, less, twice, or somewhere else. */
function changed(entries: readonly Entry[]): readonly Entry[] {
  const [at, to] = [few(entries.length), few(entries.length)];
  const entry: Entry = [oneOf(["a", "b", "c", "d", "e"], random), few(3)];
  switch (few(4)) {
    case 0:
      return entries.map(([key, value], index) => (index === at ? [key, value + 1] : [key, value]));
    case 1:
      return entries.toSpliced(at, 0, entry);
    case 2:
      return entries.toSpliced(at, 1);
    case 3:
      return entries.toSpliced(at, 1).toSpliced(to, 0, ...entries.slice(at, at + 1));
    default:
      return entries;
  }
}

test("a map that shares what it can with an earlier state reads like a Map", () => {
  let entries: readonly Entry[] = [];
  let before: SteadyMap<string, number> | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    entries = changed(entries);
    const map = steady(entries, random() < 0.9 ? before : null);
    const plain = new Map(entries);
    expect([...map]).toEqual([...plain]);
    expect([[...map.keys()], [...map.values()], map.size]).toEqual([
      [...plain.keys()],
      [...plain.values()],
      plain.size,
    ]);
    for (const key of "abcdef") expect([map.get(key), map.has(key)]).toEqual([plain.get(key), plain.has(key)]);
    before = map;
  }
});

describe("what is the same", () => {
  const first = steady(
    [
      ["a", 1],
      ["b", 2],
    ],
    null,
  );

  test("comes out as the same map", () => {
    expect(
      steady(
        [
          ["a", 1],
          ["b", 2],
        ],
        first,
      ),
    ).toBe(first);
  });

  test("shares its keys", () => {
    const second = steady(
      [
        ["a", 1],
        ["b", 3],
      ],
      first,
    );
    expect(second.positions).toBe(first.positions);
    expect(first.get("b")).toBe(2);
  });

  test("is not taken for what comes in another order", () => {
    expect([
      ...steady(
        [
          ["b", 2],
          ["a", 1],
        ],
        first,
      ).keys(),
    ]).toEqual(["b", "a"]);
  });
});

test("groups are those of a plain grouping, and lists that hold the same are kept", () => {
  let entries: readonly Entry[] = [];
  let before: SteadyGroups<string, Entry> | null = null;
  let kept = 0;
  for (let round = 0; round < ROUNDS; round++) {
    entries = changed(entries);
    const groups: SteadyGroups<string, Entry> = steadyGroups(entries, ([key]) => key, before);
    const plain = groupBy(entries, ([key]) => key);
    expect([...groups.byKey]).toEqual([...plain]);
    plain.forEach((group, key) => {
      const known = before?.byKey.get(key);
      if (known?.length !== group.length || !known.every((entry, index) => entry === group[index])) return;
      expect(groups.byKey.get(key)).toBe(known);
      kept++;
    });
    before = groups;
  }
  expect(kept).toBeGreaterThan(ROUNDS / 2);
});

test("a change is every key under which there is another value", () => {
  let entries: readonly Entry[] = [];
  let before = steady([], null);
  for (let round = 0; round < ROUNDS; round++) {
    entries = changed(entries);
    const now = steady(entries, before);
    const changes = new Map<string, unknown>();
    forEachChange(before, now, (key, one, other) => {
      expect(changes.has(key)).toBe(false);
      changes.set(key, [one, other]);
    });
    const expected = new Map<string, unknown>();
    for (const key of new Set([...before.keys(), ...now.keys()])) {
      if (before.get(key) !== now.get(key)) expected.set(key, [before.get(key), now.get(key)]);
    }
    expect(changes).toEqual(expected);
    before = now;
  }
});
