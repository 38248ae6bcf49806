import type { DeleteError } from "../outcome.ts";

/** The error that ends a simulated DELETE; it undoes everything and never leaves this folder. */
export class Refused extends Error {
  readonly error: DeleteError;

  constructor(error: DeleteError) {
    super(error.reason);
    this.error = error;
  }
}
