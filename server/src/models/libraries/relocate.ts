import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import type { Location } from "../schema/keys.ts";
import { isLibraryFile } from "./libraries.ts";

type Counts = Readonly<Record<keyof FileDeclarationsDraft, number>>;

export function countsOf(draft: FileDeclarationsDraft): Counts {
  const { tables, classes, additions, relationships, problems, unresolved, hidden, classGaps, flushListeners } = draft;
  return {
    tables: tables.length,
    classes: classes.length,
    additions: additions.length,
    relationships: relationships.length,
    problems: problems.length,
    unresolved: unresolved.length,
    hidden: hidden.length,
    classGaps: classGaps.length,
    flushListeners: flushListeners.length,
  };
}

/** Moves what a class got from a library's base, added to the draft since `counts`, to the class itself. */
export function relocateSince(draft: FileDeclarationsDraft, counts: Counts, to: Location): void {
  relocateItems(draft.tables, counts.tables, to);
  relocateItems(draft.additions, counts.additions, to);
  relocateItems(draft.relationships, counts.relationships, to);
  relocateItems(draft.problems, counts.problems, to);
  relocateItems(draft.unresolved, counts.unresolved, to);
}

function relocateItems<T>(items: T[], from: number, to: Location): void {
  for (let index = from; index < items.length; index++) items[index] = relocated(items[index] as T, to);
}

/** A copy in which every place inside a library's source is `to`; things without such a place stay as they are. */
function relocated<T>(value: T, to: Location): T {
  if (typeof value !== "object" || value === null || value instanceof Map) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => relocated(item, to));
    return (items.some((item, index) => item !== value[index]) ? items : value) as T;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, relocated(item, to)] as const);
  const fields = value as Record<string, unknown>;
  const isPlace = typeof fields.file === "string" && typeof fields.start === "number" && isLibraryFile(fields.file);
  if (!isPlace && entries.every(([key, item]) => item === fields[key])) return value;
  const copy = Object.fromEntries(entries);
  return (isPlace ? { ...copy, file: to.file, start: to.start, end: to.end } : copy) as T;
}
