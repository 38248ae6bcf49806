/**
 * The three ways a parent row can go.
 * `orm`: `session.delete(parent)`, the parent's collections not loaded before; `ormLoaded`: the same with the parent's own
 * relationships loaded; `sql`: a raw or bulk DELETE, which sees only the database's rules.
 */
export type DeletePath = "orm" | "ormLoaded" | "sql";

export const deletePaths: readonly DeletePath[] = ["orm", "ormLoaded", "sql"];

/** What becomes of the child rows of one foreign key on one path. */
export type OutcomeKind = "deleted" | "nulled" | "defaulted" | "blocked" | "dangling" | "untouched";

/** Who does it: statements of SQLAlchemy's unit of work, or the database's referential action. */
export type Agent = "orm" | "database";

export type Outcome =
  | { readonly kind: Exclude<OutcomeKind, "blocked">; readonly by: Agent }
  | { readonly kind: "blocked"; readonly by: Agent; readonly error: DeleteError };

export type Verdict = Readonly<Record<DeletePath, Outcome>>;

/** The error a user of the session sees. */
export interface DeleteError {
  /** The Python class, without its module: `IntegrityError`, `AssertionError`, `InvalidRequestError`, … */
  readonly kind: string;
  /** The database's or SQLAlchemy's message, without object addresses. */
  readonly reason: string;
  /** Label of the foreign key that caused it (`post.user_id -> user.id`), null where none did. */
  readonly foreignKey: string | null;
}
