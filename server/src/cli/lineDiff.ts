/** A run of lines that differ: where it starts in the old and in the new lines, and both sides of it. */
export interface Change {
  readonly oldStart: number;
  readonly newStart: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Lines with their line ends, so that a missing one at the end of the text shows. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** The smallest number of edits that is worth looking for; beyond it the whole difference is one change. */
const MOST_EDITS = 400;

/** The shortest list of changes that makes `before` into `after` (Myers 1986), in order. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end++;
  }
  const oldMiddle = before.slice(start, before.length - end);
  const newMiddle = after.slice(start, after.length - end);
  const kept = longestCommon(oldMiddle, newMiddle);
  return changesBetween(oldMiddle, newMiddle, kept, start);
}

type Pair = readonly [oldIndex: number, newIndex: number];

/** Pairs of equal lines, in order; none where the texts have too little in common. */
function longestCommon(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const history: ReadonlyMap<number, number>[] = [];
  const limit = Math.min(before.length + after.length, MOST_EDITS);
  for (let edits = 0; edits <= limit; edits++) {
    history.push(new Map(furthest));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = nextX(furthest, diagonal, edits);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkBack(history, before.length, after.length);
    }
  }
  return [];
}

function nextX(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const down = furthest.get(diagonal + 1) ?? -1;
  const right = (furthest.get(diagonal - 1) ?? -1) + 1;
  return diagonal === -edits || (diagonal !== edits && right - 1 < down) ? down : right;
}

function walkBack(
  history: readonly ReadonlyMap<number, number>[],
  oldLength: number,
  newLength: number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let x = oldLength;
  let y = newLength;
  for (let edits = history.length - 1; edits >= 0; edits--) {
    const furthest = history[edits] ?? new Map();
    const diagonal = x - y;
    const from = nextX(furthest, diagonal, edits);
    const cameDown = from === (furthest.get(diagonal + 1) ?? -1) && (diagonal === -edits || diagonal !== edits);
    while (x > from && y > from - diagonal) pairs.push([--x, --y]);
    if (edits === 0) break;
    if (cameDown) y--;
    else x--;
  }
  return pairs.reverse();
}

function changesBetween(
  before: readonly string[],
  after: readonly string[],
  kept: readonly Pair[],
  offset: number,
): readonly Change[] {
  const changes: Change[] = [];
  let x = 0;
  let y = 0;
  for (const [oldIndex, newIndex] of [...kept, [before.length, after.length] as const]) {
    if (oldIndex > x || newIndex > y) {
      changes.push({
        oldStart: offset + x,
        newStart: offset + y,
        removed: before.slice(x, oldIndex),
        added: after.slice(y, newIndex),
      });
    }
    x = oldIndex + 1;
    y = newIndex + 1;
  }
  return changes;
}
