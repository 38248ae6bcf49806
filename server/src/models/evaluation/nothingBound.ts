import type { Value } from "../value.ts";

/** For a scope in which no name is bound beside those of its class and module. */
export const NOTHING_BOUND: ReadonlyMap<string, Value> = new Map();
