import type { ClassKey, Location } from "../schema/keys.ts";

/** Where the workspace's code deletes rows and opens databases: evidence for rules, and what call-site rules report on. */
export interface Usage {
  readonly deletes: readonly DeleteSite[];
  readonly engines: readonly EngineSite[];
  /** Places that switch on `PRAGMA foreign_keys` for SQLite. */
  readonly foreignKeyPragmas: readonly ForeignKeyPragma[];
}

export interface DeleteSite extends Location {
  /**
   * `session`: `session.delete(x)`, awaited or not. `bulk`: `delete(Model)…`, executed or not. `query`: the legacy
   * `query(Model)….delete()` and `Model.query….delete()`.
   */
  readonly kind: "session" | "bulk" | "query";
  /** The mapped class whose rows go; null where it is not evident. */
  readonly target: ClassKey | null;
  /** The variable in `session.delete(x)`, or the class name in `delete(Model)`. */
  readonly subject: Location;
  /** Method names chained on the statement, in source order, each with its place: `where`, `limit`, `order_by`, … */
  readonly chain: readonly (Location & { readonly name: string })[];
  /** The names of the exceptions that `try` statements around it catch: `IntegrityError`. */
  readonly caught: readonly string[];
  /** The columns, by name, that queries before it in the same function ask to be set. */
  readonly askedColumns: readonly string[];
}

export interface EngineSite extends Location {
  /** `sqlite`, `postgresql`, …: the dialect of the URL; null where the URL is not evident. */
  readonly dialect: string | null;
  /** The driver after `+` in the URL, null where there is none. */
  readonly driver: string | null;
  /** True for an in-memory or temporary database. */
  readonly memory: boolean;
}

export interface ForeignKeyPragma extends Location {
  /** `listener`: runs for every connection (`event.listens_for(…, "connect")`); `once`: one connection only. */
  readonly scope: "listener" | "once";
}
