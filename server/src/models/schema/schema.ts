import type { ClassKey, DeclarationCall, Location, RelatedLocation, TableKey } from "./keys.ts";
import type { MappedClass } from "./mappedClass.ts";
import type { Table } from "./table.ts";

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

/** Something that cannot be known without running the code. No rule speaks about what depends on it. */
export interface Unresolved extends Location {
  /** What stays unknown: `foreign key Post.author_id`, `base class of Post`, … */
  readonly what: string;
  readonly why: string;
}
