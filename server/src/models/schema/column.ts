import type { DeclarationCall, Location } from "./keys.ts";

export interface Column {
  /** The name in the database. */
  readonly name: string;
  /** `Column.key`: what foreign key strings and `primaryjoin` strings name. Usually the same as `name`. */
  readonly key: string;
  /** The mapped attribute; null for a column of a Core `Table` without a class. */
  readonly attribute: string | null;
  readonly type: ColumnType;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  readonly autoincrement: Autoincrement;
  /** The DDL default as SQL text, null when there is none. Python-side defaults are not DDL. */
  readonly serverDefault: string | null;
  /** What an UPDATE that says nothing of the column sets it to (`onupdate=`); null where it leaves it alone. */
  readonly onUpdate: ColumnUpdate | null;
  /** The expression of a generated column (`Computed`), which no INSERT or UPDATE may set; null for others. */
  readonly computed: ComputedColumn | null;
  /** How the database counts the column (`Identity`); null where that is not said. */
  readonly identity: IdentityColumn | null;
  /** Present where every table of the database has it by itself, so that no CREATE TABLE says so (`system=True`). */
  readonly system?: true;
  /** The attribute name or the column name string in the declaration. */
  readonly location: Location;
  /** The call or annotation that declares it: `Field(...)`, `mapped_column(...)`, `Column(...)`; null for a bare annotation. */
  readonly call: DeclarationCall | null;
  /** The annotation as written (`int | None`), null where there is none. */
  readonly annotation: Location | null;
}

/**
 * `autoincrement=`: "auto" lets the database count an integer that is the whole key and no foreign key, "ignore_fk" one that
 * is a foreign key too, true one of several columns of a key. False also where a default in Python gives the value.
 */
export type Autoincrement = "auto" | "ignore_fk" | boolean;

/**
 * A constant, an SQL expression, the result of a Python function that only running it could tell, or what the database makes
 * of it by itself, as a trigger does.
 */
export type ColumnUpdate =
  | { readonly kind: "value"; readonly value: string | number }
  /** `bound`: as an UPDATE of SQLAlchemy's says it, with `?` for constants. */
  | { readonly kind: "sql"; readonly text: string; readonly bound: string }
  | { readonly kind: "call" }
  | { readonly kind: "database" };

export interface ComputedColumn {
  /** SQL over the table's columns; null where it is not written as a plain text. */
  readonly expression: string | null;
  /** `persisted=`: stored, computed when read, or, null, as the database does by default. */
  readonly persisted: boolean | null;
}

/** `Identity(...)`: each option is null where it is not given. */
export interface IdentityColumn {
  /** Whether a value of one's own is refused. */
  readonly always: boolean | null;
  /** Whether NULL is replaced too, which Oracle is told only. */
  readonly onNull: boolean | null;
  readonly start: number | null;
  readonly increment: number | null;
  readonly minvalue: number | null;
  readonly maxvalue: number | null;
  readonly nominvalue: boolean | null;
  readonly nomaxvalue: boolean | null;
  readonly cache: number | null;
  readonly cycle: boolean | null;
  readonly order: boolean | null;
}

/**
 * A column type. `ddl` is the name that SQLAlchemy's SQLite dialect emits (`INTEGER`, `VARCHAR(50)`, `DATETIME`);
 * `family` says how SQLAlchemy stores a value of it on SQLite, so that rows made here load there.
 */
export interface ColumnType {
  /** SQLAlchemy's own name (`DateTime`, `VARCHAR`, `JSONB`), by which other dialects write it; null where it is not known. */
  readonly name: string | null;
  readonly ddl: string;
  readonly family:
    | "integer"
    | "string"
    | "text"
    | "float"
    | "numeric"
    | "boolean"
    | "date"
    | "datetime"
    | "time"
    | "interval"
    | "uuid"
    | "enum"
    | "json"
    | "binary"
    | "array"
    | "unknown";
  /** For `enum`: the stored values (member names, or the strings of a string enum); null when unknown. */
  readonly enumValues: readonly string[] | null;
  readonly length: number | null;
  /** What matters to some dialects only; null where nothing of it is said. */
  readonly options: TypeOptions | null;
  /**
   * Present where a `TypeDecorator` converts what is stored: only some values load. `json` where it reads them as JSON,
   * the others where it unpickles them, to a list or a dict if they say so.
   */
  readonly converted?: "json" | "pickle" | "pickled list" | "pickled dict" | "otherwise";
  /** Present where its length or precision is given, but not by a constant: `ddl` lacks it. */
  readonly openSize?: true;
}

export interface TypeOptions {
  /** `DateTime(timezone=True)`. */
  readonly timezone?: boolean;
  /** False for `native_enum=False`, `native_uuid=False`, `Interval(native=False)`. */
  readonly native?: boolean;
  /** Of a `Float`, in binary digits. */
  readonly precision?: number | null;
  /** The name of an `Enum`, for databases in which it is a type of its own. */
  readonly enumName?: string | null;
  /** What an `ARRAY` consists of. */
  readonly item?: ColumnType;
  readonly dimensions?: number;
  /** By dialect, from `with_variant`; what all others take is under `default`. */
  readonly variants?: ReadonlyMap<string, ColumnType>;
}
