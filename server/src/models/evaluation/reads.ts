import type { Cache, Program, Remembered } from "./program.ts";

/** Notes which files are read while a question is answered. */
export interface ReadRecorder extends Pick<Program, "recall" | "remember"> {
  readonly note: (file: string) => void;
  /** Runs `compute` and gives the files that were read for it, directly or through remembered answers. */
  readonly recording: <T>(compute: () => T) => { readonly answer: T; readonly reads: ReadonlySet<string> };
}

/** Files, each once. An answer is read from very few, mostly from one, so lists are faster than sets. */
type Reads = readonly string[];

const NOTHING: Reads = [];

export function createReadRecorder(): ReadRecorder {
  /** What was read for the question that is being answered; null between questions. */
  let current: Reads | null = null;
  /** For each file the list of nothing but it, so that lists are mostly the same object where they are equal. */
  const alone = new Map<string, Reads>();

  function note(file: string): void {
    if (current === null || current.includes(file)) return;
    const reads = alone.get(file) ?? [file];
    alone.set(file, reads);
    current = union(current, reads);
  }

  function recall<K, T>(cache: Cache<K, T>, key: K): Remembered<T> | undefined {
    const known = cache.get(key);
    if (current !== null && known !== undefined && known.reads !== null) current = union(current, known.reads);
    return known;
  }

  return {
    note,
    recall,
    recording: (compute) => {
      const outer = current;
      current = NOTHING;
      try {
        return { answer: compute(), reads: new Set<string>(current) };
      } finally {
        current = outer && union(outer, current);
      }
    },
    remember: <K, T>(cache: Cache<K, T>, key: K, compute: () => T, whenCyclic: T) => {
      const known = recall(cache, key);
      if (known !== undefined) return known.answer;
      const remembered: { answer: T; reads: Reads | null } = { answer: whenCyclic, reads: null };
      cache.set(key, remembered);
      const outer = current;
      current = NOTHING;
      try {
        remembered.answer = compute();
        remembered.reads = current;
        return remembered.answer;
      } finally {
        current = outer && union(outer, current);
      }
    },
  };
}

/** The very same list as one of the two wherever that says it all. */
function union(a: Reads, b: Reads): Reads {
  if (a === b || containsAll(a, b)) return a;
  return containsAll(b, a) ? b : [...new Set([...a, ...b])];
}

function containsAll(files: Reads, wanted: Reads): boolean {
  for (let index = 0; index < wanted.length; index++) if (!files.includes(wanted[index] as string)) return false;
  return true;
}
