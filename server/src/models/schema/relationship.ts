import type { ClassKey, DeclarationCall, Location, TableKey } from "./keys.ts";
import type { ColumnReference, ForeignKeyReference } from "./table.ts";

export type Direction = "ONETOMANY" | "MANYTOONE" | "MANYTOMANY";

export type CascadeOption = "save-update" | "merge" | "refresh-expire" | "expunge" | "delete" | "delete-orphan";

export type Lazy =
  | "select"
  | "joined"
  | "selectin"
  | "subquery"
  | "immediate"
  | "raise"
  | "raise_on_sql"
  | "noload"
  | "dynamic"
  | "write_only";

/** Whether `lazy="joined"` asks that there be something to join (`innerjoin=`), and whether it does so inside outer joins too. */
export type InnerJoin = false | "nested" | "unnested";

export interface Relationship {
  readonly name: string;
  /** The class it is listed on. */
  readonly owner: ClassKey;
  /** The class that declares it: `owner`, a mapped base of it, or, for a `backref`, still `owner`. */
  readonly declaredOn: ClassKey;
  readonly target: ClassKey;
  readonly direction: Direction;
  readonly uselist: boolean;
  readonly secondary: TableKey | null;
  /**
   * Pairs of column names, parent side first: what the unit of work synchronises.
   * ONETOMANY: (owner's column, target's foreign column). MANYTOONE: (target's column, owner's foreign column).
   * MANYTOMANY: (owner's column, association column).
   */
  readonly synchronizePairs: readonly ColumnPair[];
  /** MANYTOMANY only: (target's column, association column). */
  readonly secondarySynchronizePairs: readonly ColumnPair[];
  /** Indices into the foreign keys of the table that holds the foreign columns, for those this relationship runs over; empty when it runs over none. */
  readonly foreignKeys: readonly ForeignKeyReference[];
  /** The effective set, sorted, `all` expanded, `viewonly` applied. */
  readonly cascade: readonly CascadeOption[];
  readonly passiveDeletes: false | true | "all";
  readonly viewonly: boolean;
  readonly lazy: Lazy;
  /** How many relationships deep eager loading may come back to the same class (`join_depth=`); null where it may not. */
  readonly joinDepth: number | null;
  readonly innerJoin: InnerJoin;
  readonly postUpdate: boolean;
  readonly singleParent: boolean;
  /** Whether what is loaded is put into a set. */
  readonly isSet: boolean;
  readonly overlaps: readonly string[];
  /** As written: `back_populates=`, or the counterpart of a `backref`. */
  readonly backPopulates: string | null;
  /** Names on `target` that SQLAlchemy links with this one (by back_populates on either side, or backref). */
  readonly reverse: readonly string[];
  /** What `order_by=` sorts by, empty without one; null where it cannot be evaluated. */
  readonly orderBy: readonly OrderTerm[] | null;
  /** True where the join carries criteria beyond the column pairs, so that it may select only some of the children. */
  readonly partial: boolean;
  /** The criteria of a partial join where they are simple enough to evaluate, else null. */
  readonly criteria: JoinCriteria | null;
  readonly origin: "declared" | "backref";
  /** The attribute name; for a backref the name inside `backref=`. */
  readonly location: Location;
  /** The call whose keywords configure it: `Relationship(...)`, `relationship(...)` or `backref(...)`; null for `backref="name"`. */
  readonly call: DeclarationCall | null;
}

/** What a join asks beyond its pairs of columns, as SQL over the columns of one table each; null where it asks nothing of it. */
export interface JoinCriteria {
  readonly target: string | null;
  readonly secondary: string | null;
  readonly owner: string | null;
  /** What it asks of the tables that the target's joined bases have. */
  readonly bases: readonly BaseCriterion[];
  /** Comparisons of columns of two of these tables that synchronise nothing. */
  readonly across: readonly AcrossComparison[];
}

export interface BaseCriterion {
  readonly table: TableKey;
  readonly sql: string;
}

export interface AcrossComparison {
  readonly left: SideColumn;
  readonly operator: string;
  readonly right: SideColumn;
}

/** A column of the object's own table, of the one that it leads to, or of the association table between. */
export interface SideColumn {
  readonly side: "target" | "secondary" | "owner";
  readonly column: string;
}

export interface ColumnPair {
  readonly parent: ColumnReference;
  readonly foreign: ColumnReference;
}

/** One column of an `order_by`. */
export interface OrderTerm extends ColumnReference {
  readonly descending: boolean;
  /** Where NULLs go; null where the database decides. */
  readonly nulls: "first" | "last" | null;
}
