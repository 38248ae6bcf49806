import type { DeleteError } from "../outcome.ts";

/**
 * An error of SQLAlchemy or the database on its way out of the unit of work, where it undoes the whole flush.
 * `sessionDelete` turns it into a value; it never leaves this folder.
 */
export class Raised extends Error {
  readonly error: DeleteError;

  constructor(error: DeleteError) {
    super(error.reason);
    this.error = error;
  }
}

/** Raises an error that no foreign key is to blame for. */
export function raise(kind: string, reason: string, foreignKey: string | null = null): never {
  throw new Raised({ kind, reason, foreignKey });
}
