import type { LibraryBase } from "./classInfo.ts";

/** What a well-known base class of a library adds to the models that inherit from it. */
export interface ExternalBase {
  readonly name: string;
}

/** The known base class behind a library's name, null for any other. */
export function externalBase(_base: LibraryBase): ExternalBase | null {
  return null;
}
