import { expect, test } from "vitest";
import { type Edge, itemsOnCycles, sortInLevels } from "../../src/deletes/topologicalSort.ts";

test("sorts in levels, each in the given order", () => {
  const edges: Edge<string>[] = [
    ["parent", "child"],
    ["child", "grandchild"],
    ["parent", "other"],
  ];
  expect(sortInLevels(edges, ["other", "grandchild", "child", "parent", "alone"])).toEqual({
    ok: true,
    levels: [["parent", "alone"], ["other", "child"], ["grandchild"]],
  });
});

test("ignores edges to what is not to be sorted", () => {
  expect(sortInLevels([["elsewhere", "a"]], ["a"])).toEqual({ ok: true, levels: [["a"]] });
});

test("sorts what comes before a cycle and hands back the rest", () => {
  const edges: Edge<string>[] = [
    ["first", "a"],
    ["a", "b"],
    ["b", "a"],
    ["b", "last"],
  ];
  expect(sortInLevels(edges, ["last", "a", "b", "first"])).toEqual({
    ok: false,
    levels: [["first"]],
    rest: ["last", "a", "b"],
  });
});

test("finds exactly the items on cycles, those with an edge to themselves included", () => {
  const edges: Edge<string>[] = [
    ["before", "a"],
    ["a", "b"],
    ["b", "c"],
    ["c", "a"],
    ["c", "after"],
    ["tree", "tree"],
    ["after", "end"],
  ];
  expect(itemsOnCycles(edges)).toEqual(new Set(["a", "b", "c", "tree"]));
});

test("follows chains of any length", () => {
  const length = 50_000;
  const chain = Array.from({ length }, (_, index): Edge<number> => [index, index + 1]);
  expect(itemsOnCycles(chain).size).toBe(0);
  expect(itemsOnCycles([...chain, [length, 0]]).size).toBe(length + 1);
});
