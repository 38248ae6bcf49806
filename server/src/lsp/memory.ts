import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** By how many percent the heap may grow past what was alive after the last collection, before the next one begins. */
const LEAST_GROWTH = 20;
const MOST_GROWTH = 100;

/** How many bytes of garbage may gather between collections in a heap that is small. */
const ROOM = 10 * 1024 * 1024;

/**
 * Has V8 spend less memory. A server runs all day beside an editor: garbage is collected earlier, since every edit leaves
 * behind a few megabytes that V8 would let pile up to several times what is alive; and the middle one of three compilers is
 * left out, whose work takes 20 MB and is done again by the last one.
 */
export function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString(`--heap-growing-percent=${LEAST_GROWTH}`);
  setFlagsFromString("--no-maglev");
}

/**
 * Gives a small heap room for the garbage of an edit or two, to be called when the models have been read: a fifth of what a
 * few models take is gathered within one preview, and every collection makes somebody wait.
 */
export function leaveRoom(): void {
  const percent = Math.round((100 * ROOM) / getHeapStatistics().used_heap_size);
  setFlagsFromString(`--heap-growing-percent=${Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, percent))}`);
}
