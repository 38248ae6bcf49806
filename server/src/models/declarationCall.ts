import type { DeclarationCall } from "./schema/keys.ts";
import type { CallValue } from "./value.ts";

/** The call as a declaration that a fix may edit; its callee is empty for anything that is no name of a library. */
export function declarationCall({ at, callee }: CallValue): DeclarationCall {
  return { file: at.file, start: at.start, end: at.end, callee: callee.kind === "symbol" ? callee.name : "" };
}
