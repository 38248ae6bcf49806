import type { ClassKey, Location, TableKey } from "./keys.ts";
import type { Relationship } from "./relationship.ts";

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
  /** The columns that `inherit_condition=` joins its table to that of its base by; empty where foreign keys say so. */
  readonly inheritedColumns: readonly InheritedColumn[];
  /** Names of mapped attributes → column names. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Columns of attributes that its queries leave out until they are asked for (`deferred`). */
  readonly deferred: readonly string[];
  /** Its relationships, those of mapped base classes and mixins included, in the order SQLAlchemy configures them. */
  readonly relationships: readonly Relationship[];
  /** Column of the hierarchy's base table that tells which class a row belongs to (`polymorphic_on`), null without one; the base's for subclasses. */
  readonly polymorphicOn: string | null;
  /** The value of `polymorphicOn` that stands for this class, null where it has none. */
  readonly polymorphicIdentity: string | number | null;
  /** Where that is the name of a member of an enumeration, the string that it has for a value: what some columns store. */
  readonly polymorphicValue: string | null;
  /** True where it has an identity that is not known, or may have one. */
  readonly polymorphicUnknown: boolean;
  /**
   * True where queries for it go over a union of its own table and those of all classes below it (`ConcreteBase`). The
   * discriminator is then a column of the union alone.
   */
  readonly queriesUnion: boolean;
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
  /** The class whose mapper names that column: this one or one above; null without one. */
  readonly versionIdClass: ClassKey | null;
  /** Who makes new versions: SQLAlchemy counts, a Python function of the project does, or the database. */
  readonly versionIdGenerator: "counter" | "function" | "database";
  /** Functions of the project that SQLAlchemy calls when an object is flushed, and that may matter to a delete. */
  readonly flushListeners: readonly FlushListener[];
  /** False where a base or a class-level construct could not be read: it may have more relationships than are listed. */
  readonly complete: boolean;
}

/** `@event.listens_for(User, "before_delete")`, at its decorator or call. */
export interface FlushListener extends Location {
  readonly event: "before_delete" | "after_delete" | "before_update" | "after_update";
  /** The exception that it may raise, by its name without a module; null where it raises none. */
  readonly raises: string | null;
  /** Whether it may change other rows. */
  readonly writes: boolean;
  /** Whether it is called for objects of subclasses too. */
  readonly propagate: boolean;
}

/** A column of a joined class's table that holds what a column of its base's table holds. */
export interface InheritedColumn {
  readonly column: string;
  readonly baseTable: TableKey;
  readonly baseColumn: string;
}
