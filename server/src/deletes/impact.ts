import type { Agent, DeleteError, DeletePath, OutcomeKind } from "./outcome.ts";

/**
 * The preview of one delete, computed by really running it on a throwaway SQLite database. This is also, with
 * `"version": 1` in front, the JSON of `ondelete impact`.
 */
export interface Impact {
  readonly model: string;
  readonly module: string;
  readonly table: string;
  readonly dialect: Dialect;
  /** Primary key of the deleted row by column name; null where the models cannot be configured or a table not be created. */
  readonly victim: Row | null;
  /** Every row of every table in the database before the delete, by table name. */
  readonly before: Rows;
  /** True where the data set was cut at the row limit. */
  readonly truncated: boolean;
  readonly paths: Readonly<Record<DeletePath, PathImpact>>;
  /** What could not be resolved and is therefore not in the picture. */
  readonly notes: readonly string[];
}

export type Dialect = "sqlite" | "postgresql" | "mysql" | "mssql" | "oracle";

export type CellValue = string | number | null;

export type Row = Readonly<Record<string, CellValue>>;

export type Rows = Readonly<Record<string, readonly Row[]>>;

export interface PathImpact {
  /** What the user writes: `session.delete(user)`, `DELETE FROM user WHERE id = 1`. */
  readonly statement: string;
  readonly error: DeleteError | null;
  /** As `before`; equal to it after an error. */
  readonly after: Rows;
  /** The writes in order, as SQLAlchemy would send them; no SELECTs. */
  readonly statements: readonly string[];
  readonly effects: readonly Effect[];
}

/** What happened to the rows that one foreign key ties to the deleted ones. */
export interface Effect {
  readonly foreignKey: string;
  /** `User.posts`; null where no relationship had a part in it. */
  readonly relationship: string | null;
  readonly outcome: OutcomeKind;
  readonly by: Agent;
  readonly rows: number;
  /** 1 for children of the deleted row, 2 for their children, … */
  readonly depth: number;
}
