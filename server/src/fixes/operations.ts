import type { ArgumentList } from "./argumentList.ts";
import type { ArgumentOperation, TextChange } from "./editArguments.ts";

/**
 * What one change comes to in the text it was planned against. Operations on one list are carried out together, so that
 * two changes of one call do not get in each other's way.
 */
export type PlannedEdit =
  | { readonly kind: "arguments"; readonly list: ArgumentList; readonly operation: ArgumentOperation }
  | { readonly kind: "text"; readonly change: TextChange };

/** Null where the declaration cannot be edited without guessing. */
export type Plan = readonly PlannedEdit[] | null;

export function setArgument(
  list: ArgumentList,
  name: string,
  code: string,
  after: readonly string[] = [],
): PlannedEdit {
  return { kind: "arguments", list, operation: { kind: "set", name, code, after } };
}

/** Sets an option that readers expect before all others, as the default of a field. */
export function placeFirst(list: ArgumentList, name: string, code: string): PlannedEdit {
  return { kind: "arguments", list, operation: { kind: "set", name, code, after: "nothing" } };
}

export function removeArgument(list: ArgumentList, name: string): PlannedEdit {
  return { kind: "arguments", list, operation: { kind: "remove", name } };
}

export function replaceText(start: number, end: number, text: string): PlannedEdit {
  return { kind: "text", change: { start, end, text } };
}
