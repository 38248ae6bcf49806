import type { FlushListener, MappedClass } from "../models/schema/mappedClass.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Step } from "./closure.ts";

/**
 * Which listeners of the project run when an object of `victim` is deleted and `steps` follow, a sentence for each. They
 * are code, and no part of the preview.
 */
export function listenerNotes({ classes }: Schema, victim: MappedClass, steps: readonly Step[]): readonly string[] {
  const flushed = steps.filter(({ outcome }) => outcome.by === "orm");
  const deleted = new Set(flushed.filter(({ outcome }) => outcome.kind === "deleted").map(({ table }) => table));
  const updated = new Set(flushed.filter(({ outcome }) => outcome.kind !== "deleted").map(({ table }) => table));
  return [...classes.values()].flatMap((mapped) =>
    mapped.flushListeners
      .filter(({ event }) =>
        event.endsWith("_delete") ? mapped === victim || deleted.has(mapped.table) : updated.has(mapped.table),
      )
      .map((listener) => `${mapped.name}: its ${listener.event} listener ${effectOf(listener)}, which is not shown`),
  );
}

function effectOf({ raises, writes }: FlushListener): string {
  const effects = [...(raises === null ? [] : [`raise ${raises}`]), ...(writes ? ["change other rows"] : [])];
  return `may ${effects.join(" or ")}`;
}
