import type { Remember, Remembered } from "./program.ts";

/** Notes which files are read while a question is answered. */
export interface ReadRecorder {
  readonly note: (file: string) => void;
  readonly remember: Remember;
  /** Runs `compute` and gives the files that were read for it, directly or through remembered answers. */
  readonly recording: <T>(compute: () => T) => Remembered<T> & { readonly reads: ReadonlySet<string> };
}

export function createReadRecorder(): ReadRecorder {
  let current: Set<string> | null = null;

  function recording<T>(compute: () => T): { readonly answer: T; readonly reads: ReadonlySet<string> } {
    const outer = current;
    const reads = new Set<string>();
    current = reads;
    try {
      return { answer: compute(), reads };
    } finally {
      current = outer;
      if (outer !== null) for (const file of reads) outer.add(file);
    }
  }

  return {
    note: (file) => current?.add(file),
    recording,
    remember: (cache, key, compute, whenCyclic) => {
      const known = cache.get(key);
      if (known !== undefined) {
        if (current !== null && known.reads !== null) for (const file of known.reads) current.add(file);
        return known.answer;
      }
      cache.set(key, { answer: whenCyclic, reads: null });
      const answered = recording(compute);
      cache.set(key, answered);
      return answered.answer;
    },
  };
}
