import type { Remember } from "./program.ts";

/** Notes which files are read while a question is answered. */
export interface ReadRecorder {
  readonly note: (file: string) => void;
  readonly remember: Remember;
  /** Runs `compute` and gives the files that were read for it, directly or through remembered answers. */
  readonly recording: <T>(compute: () => T) => { readonly answer: T; readonly reads: ReadonlySet<string> };
}

export function createReadRecorder(): ReadRecorder {
  // An answer is read from very few files, so lists are faster than sets.
  let current: string[] | null = null;

  function note(file: string): void {
    if (current !== null && !current.includes(file)) current.push(file);
  }

  function recordingList<T>(compute: () => T): { readonly answer: T; readonly reads: readonly string[] } {
    const outer = current;
    const reads: string[] = [];
    current = reads;
    try {
      return { answer: compute(), reads };
    } finally {
      current = outer;
      for (const file of reads) note(file);
    }
  }

  return {
    note,
    recording: (compute) => {
      const { answer, reads } = recordingList(compute);
      return { answer, reads: new Set(reads) };
    },
    remember: (cache, key, compute, whenCyclic) => {
      const known = cache.get(key);
      if (known !== undefined) {
        if (known.reads !== null) for (const file of known.reads) note(file);
        return known.answer;
      }
      cache.set(key, { answer: whenCyclic, reads: null });
      const answered = recordingList(compute);
      cache.set(key, answered);
      return answered.answer;
    },
  };
}
