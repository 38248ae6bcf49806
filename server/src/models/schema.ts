import type { Span } from "../python/syntax.ts";

/**
 * What the analysis understood of a project's models: tables, mapped classes and relationships as SQLAlchemy would
 * report them (`MetaData.tables`, `sqlalchemy.inspect(cls)`), plus what is wrong and what stays unknown.
 *
 * Plain readonly data; everything refers to everything else by key, never by object, so that values can be compared,
 * cached and serialised.
 */
export interface Schema {
  /** In order of definition: files in the order given, statements in source order. */
  readonly tables: ReadonlyMap<TableKey, Table>;
  readonly classes: ReadonlyMap<ClassKey, MappedClass>;
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
}

/** Identifies a table within one `MetaData`: the metadata's own key, a colon, the schema-qualified table name. */
export type TableKey = string & { readonly tableKey: unique symbol };

/** Identifies a class: module, a colon, the qualified name (`app.models:User`). */
export type ClassKey = string & { readonly classKey: unique symbol };

/** A place in a file. `file` is the path the workspace gave the file; offsets are those of `python/syntax.ts`. */
export interface Location extends Span {
  readonly file: string;
}

export interface Table {
  readonly key: TableKey;
  /** Which `MetaData` holds it. Tables of different metadata never see each other. */
  readonly metadata: string;
  readonly name: string;
  /** The database schema (`__table_args__ = {"schema": …}`), null for the default one. */
  readonly schema: string | null;
  /** The class mapped to it (the base of a single-table hierarchy); null for a Core `Table`. */
  readonly classKey: ClassKey | null;
  readonly module: string;
  readonly columns: readonly Column[];
  /** Names of the primary key columns, in key order. */
  readonly primaryKey: readonly string[];
  /** The name of its constraint, as given or by the metadata's naming convention. */
  readonly primaryKeyName: string | null;
  /** Unique constraints, `unique=True` columns included, unique indexes not. */
  readonly uniques: readonly UniqueConstraint[];
  readonly indexes: readonly Index[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly checks: readonly CheckConstraint[];
  /** The class name, or the `Table(...)` call. */
  readonly location: Location;
  /** False where some part of it (a base, a mixin, a column factory) could not be read: it may have more than is listed. */
  readonly complete: boolean;
}

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
  /** False where the database is not to count the column though it is an integer key: `autoincrement=False`, or a default. */
  readonly autoincrement: boolean;
  /** The DDL default as SQL text, null when there is none. Python-side defaults are not DDL. */
  readonly serverDefault: string | null;
  /** What an UPDATE that says nothing of the column sets it to (`onupdate=`); null where it leaves it alone. */
  readonly onUpdate: ColumnUpdate | null;
  /** The expression of a generated column (`Computed`), which no INSERT or UPDATE may set; null for others. */
  readonly computed: ComputedColumn | null;
  /** The attribute name or the column name string in the declaration. */
  readonly location: Location;
  /** The call or annotation that declares it: `Field(...)`, `mapped_column(...)`, `Column(...)`; null for a bare annotation. */
  readonly call: DeclarationCall | null;
  /** The annotation as written (`int | None`), null where there is none. */
  readonly annotation: Location | null;
}

/**
 * A constant, an SQL expression, the result of a Python function that only running it could tell, or what the database makes
 * of it by itself, as a trigger does.
 */
export type ColumnUpdate =
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "sql"; readonly text: string }
  | { readonly kind: "call" }
  | { readonly kind: "database" };

export interface ComputedColumn {
  /** SQL over the table's columns; null where it is not written as a plain text. */
  readonly expression: string | null;
  /** `persisted=`: stored, computed when read, or, null, as the database does by default. */
  readonly persisted: boolean | null;
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

export interface CheckConstraint {
  /** The condition, null where it is not a plain string. */
  readonly text: string | null;
  /** As given, or by the metadata's naming convention. */
  readonly name: string | null;
}

export interface UniqueConstraint {
  readonly name: string | null;
  readonly columns: readonly string[];
}

export interface Index {
  readonly name: string | null;
  /** The columns that it is over; the first one in each expression. */
  readonly columns: readonly string[];
  readonly unique: boolean;
  /** What it covers where that is not the plain columns of all rows, else null. */
  readonly extent: IndexExtent | null;
}

/** An index over expressions, or over some of the rows. */
export interface IndexExtent {
  /** The SQL of each thing that it is over, null for one that is not understood. */
  readonly terms: readonly (string | null)[];
  /** The condition on the rows by dialect, as SQL; null for one that is not understood. */
  readonly where: Readonly<Record<string, string | null>>;
}

export interface ForeignKey {
  /** The constraint name, null when the source gives none. */
  readonly name: string | null;
  readonly table: TableKey;
  /** Names of the referencing columns. */
  readonly columns: readonly string[];
  readonly target: ForeignKeyTarget;
  /** The referential action, upper-cased, null when absent (SQL's NO ACTION). */
  readonly onDelete: string | null;
  /** The action exactly as it gets into the DDL, null when absent: a member of an enumeration may be written otherwise. */
  readonly onDeleteText: string | null;
  readonly onUpdate: string | null;
  readonly deferrable: boolean | null;
  readonly initially: string | null;
  readonly useAlter: boolean;
  /** The attribute (or `ForeignKeyConstraint`) that carries it. */
  readonly location: Location;
  /** The innermost call that takes its options: `Field(...)`, `ForeignKey(...)` or `ForeignKeyConstraint(...)`. */
  readonly call: DeclarationCall;
  /** The value of `ondelete=`, null when absent. */
  readonly onDeleteLocation: Location | null;
}

export interface ForeignKeyTarget {
  readonly schema: string | null;
  readonly table: string;
  /** Names of the referenced columns, one for each referencing column. */
  readonly columns: readonly string[];
  /** The table it names, null when no such table is known. */
  readonly key: TableKey | null;
}

/** A call that declares something and that a fix may edit. */
export interface DeclarationCall extends Location {
  /** Which function it is, whatever it is called locally: `sqlmodel.Field`, `sqlalchemy.ForeignKey`, `sqlalchemy.orm.relationship`, … */
  readonly callee: string;
}

export interface MappedClass {
  readonly key: ClassKey;
  readonly name: string;
  readonly module: string;
  /** The name in the class statement. */
  readonly location: Location;
  /** The whole class statement. */
  readonly body: Location;
  readonly origin: "sqlmodel" | "declarative" | "imperative";
  /** The table its rows live in: its own, or for single-table inheritance the base's. */
  readonly table: TableKey;
  /** The mapped class it inherits from. */
  readonly inherits: ClassKey | null;
  readonly inheritance: "none" | "joined" | "single" | "concrete";
  /** Names of mapped attributes → column names. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Its relationships, those of mapped base classes and mixins included, in the order SQLAlchemy configures them. */
  readonly relationships: readonly Relationship[];
  /** Column of the hierarchy's base table that tells which class a row belongs to (`polymorphic_on`), null without one; the base's for subclasses. */
  readonly polymorphicOn: string | null;
  /** The value of `polymorphicOn` that stands for this class, null where it has none. */
  readonly polymorphicIdentity: string | number | null;
  /** Where that is the name of a member of an enumeration, the string that it has for a value: what some columns store. */
  readonly polymorphicValue: string | null;
  /** True where its objects surely cannot be put into a set: a dataclass compares by value and has no hash. */
  readonly unhashable: boolean;
  /** Columns that the mapper options name as the primary key; empty where the table's own key is used. */
  readonly primaryKey: readonly string[];
  /** Mapper options that change deletes. */
  readonly passiveDeletes: boolean;
  readonly confirmDeletedRows: boolean;
  /** Whether an UPDATE asks back at once what the database makes of it (`eager_defaults=True`). */
  readonly eagerDefaults: boolean;
  /** False where every object is saved by itself (`batch=False`). */
  readonly batch: boolean;
  readonly versionIdColumn: string | null;
  /** Who makes new versions: SQLAlchemy counts, a Python function of the project does, or the database. */
  readonly versionIdGenerator: "counter" | "function" | "database";
  /** False where a base or a class-level construct could not be read: it may have more relationships than are listed. */
  readonly complete: boolean;
}

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

export interface ColumnReference {
  readonly table: TableKey;
  readonly column: string;
}

export interface ForeignKeyReference {
  readonly table: TableKey;
  /** Index into that table's `foreignKeys`. */
  readonly index: number;
}

/** Something certain to fail or to be ignored, found while reading the declarations. */
export interface ModelProblem {
  /** The rule that reports it: the rule's name in `docs/rules/`, or "other" where no rule exists. */
  readonly code: string;
  /** When it shows: at import of the module, when mappers are configured, when DDL is emitted, or only as a warning. */
  readonly phase: "import" | "configuration" | "ddl" | "warning";
  /** The Python class of the exception or warning, without its module. */
  readonly exception: string;
  /** SQLAlchemy's or SQLModel's own text, without object addresses. */
  readonly message: string;
  /** The declaration to change. */
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  readonly classKey: ClassKey | null;
  readonly className: string | null;
  readonly attribute: string | null;
  readonly table: TableKey | null;
  /** The call to edit, where there is one. */
  readonly call: DeclarationCall | null;
  /** Details that the rule's message or fix needs, by name; documented beside the code that makes the problem. */
  readonly details: Readonly<Record<string, string>>;
}

export interface RelatedLocation extends Location {
  readonly message: string;
}

/** Something that cannot be known without running the code. No rule speaks about what depends on it. */
export interface Unresolved extends Location {
  /** What stays unknown: `foreign key Post.author_id`, `base class of Post`, … */
  readonly what: string;
  readonly why: string;
}
