import { forEachChange } from "../forEachChange.ts";
import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { Mappings } from "./mappings.ts";

/** A question that was asked of the declarations, and its answer. */
interface Lookup {
  readonly answer: unknown;
  /** Asks again, of later declarations. */
  readonly repeat: (mappings: Mappings) => unknown;
}

/** An answer with everything that it was derived from. */
export interface Remembered<T> {
  readonly answer: T;
  /** Files whose facts were read to evaluate expressions. */
  readonly reads: readonly string[];
  /** Keys of classes and tables that were looked at, and names that were looked up. */
  readonly keys: readonly string[];
  readonly lookups: readonly Lookup[];
}

/**
 * Tells which answers survive from one build to the next. An answer is kept as long as no file that it was read from, and
 * no class, table or name that it looked at, has changed, and every lookup that it made gives the same again.
 */
export interface Memory {
  /** The files, keys and names that are something else now than in the build before; null where everything may be. */
  readonly changed: ReadonlySet<string> | null;
  readonly noteKey: (key: string) => void;
  readonly noteLookup: (lookup: Lookup) => void;
  readonly isCurrent: (remembered: Remembered<unknown>) => boolean;
  readonly remember: <T>(compute: () => T) => Remembered<T>;
}

/** A memory for one build. `mappings` gives the lookups of this build, once they are indexed. */
export function createMemory(
  declarations: MappedDeclarations,
  previous: MappedDeclarations | null,
  mappings: () => Mappings,
): Memory {
  const changed = previous === null ? null : changesSince(previous, declarations);
  let keys: Set<string> | null = null;
  let lookups: Lookup[] = [];

  function isCurrent(remembered: Remembered<unknown>): boolean {
    if (changed === null) return false;
    for (const file of remembered.reads) if (changed.files.has(file)) return false;
    for (const key of remembered.keys) if (changed.keys.has(key)) return false;
    for (const { answer, repeat } of remembered.lookups) if (repeat(mappings()) !== answer) return false;
    return true;
  }

  return {
    changed: changed && new Set([...changed.files, ...changed.keys]),
    noteKey: (key) => keys?.add(key),
    noteLookup: (lookup) => {
      if (keys !== null) lookups.push(lookup);
    },
    isCurrent,
    remember: (compute) => {
      keys = new Set();
      lookups = [];
      const { answer, reads } = declarations.recording(compute);
      const remembered = { answer, reads: [...reads], keys: [...keys], lookups };
      keys = null;
      return remembered;
    },
  };
}

interface Changes {
  readonly files: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** What is another object now, or is gone, or is new; null where any name may mean another file. */
function changesSince(before: MappedDeclarations, now: MappedDeclarations): Changes | null {
  if (now.layout !== before.layout) return null;
  const files = new Set<string>();
  forEachChange(before.files, now.files, (file) => files.add(file));
  const keys = new Set<string>();
  forEachChange(before.classes, now.classes, (key, ...states) => {
    keys.add(key);
    for (const state of states) if (state !== undefined) keys.add(nameKey(state.registry, state.name));
  });
  forEachChange(before.tables, now.tables, (key, ...states) => {
    keys.add(key);
    for (const state of states) if (state !== undefined) keys.add(nameKey(state.metadata, state.schema ?? state.name));
  });
  return { files, keys };
}

/** The key for what a name means in a registry or a `MetaData`; a table in a schema is found by way of the schema. */
export function nameKey(space: string, name: string): string {
  return `${space}\n${name}`;
}
