import type { Expression } from "../python/syntax.ts";
import type { ColumnSelection } from "./classes/columnSelection.ts";
import type { InheritCondition } from "./classes/inheritCondition.ts";
import type { RelationshipDeclaration } from "./relationshipDeclaration.ts";
import type { ClassKey, Location, TableKey } from "./schema/keys.ts";
import type { MappedClass } from "./schema/mappedClass.ts";
import type { ModelProblem, Unresolved } from "./schema/schema.ts";
import type { ColumnReference, Table } from "./schema/table.ts";
import type { SteadyMap } from "./steadyMap.ts";
import type { Scope, Value } from "./value.ts";

/**
 * Everything the model files declare, read and resolved across files, except that relationships are still as written.
 * `models/relationships/` reads this and adds the relationships; `models/schema.ts` is both together.
 */
export interface MappedDeclarations {
  readonly tables: SteadyMap<TableKey, Table>;
  readonly classes: SteadyMap<ClassKey, MappedClassDeclaration>;
  /** In the order in which Python would execute the declarations. */
  readonly relationships: readonly RelationshipDeclaration[];
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
  /** Evaluates an expression of the source without running anything; never throws. */
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  /** Runs `compute` and gives the files whose facts its evaluations read. */
  readonly recording: <T>(compute: () => T) => { readonly answer: T; readonly reads: ReadonlySet<string> };
  /** What each file says; another object where it says something else than in an earlier build. */
  readonly files: ReadonlyMap<string, object>;
  /** Another object where files came or went, so that imports may mean other files than in an earlier build. */
  readonly layout: object;
  /** The table that a `TableValue` or a mapped class stands for, null where it is not known. */
  readonly tableOf: (value: Value) => Table | null;
  /** Whether the body of a class, or of a class above it, binds or annotates a name. */
  readonly bindsName: (key: ClassKey, name: string) => boolean;
  /** Whether a module binds a name for type checkers only or after an offset: it is not there when Python looks it up. */
  readonly bindsTooLate: (file: string, name: string, before: number) => boolean;
  /** Whether a program that loads a file surely loads the others with it. */
  readonly loadedTogether: (file: string, others: readonly string[]) => boolean;
  /**
   * True where a module that is outside the workspace, or a part that could not be read, may define further classes of this
   * registry; with a name, a class of that name (which some file may import from another package).
   */
  readonly mayDefineMore: (registry: string, name?: string) => boolean;
}

export interface MappedClassDeclaration extends Omit<MappedClass, "relationships"> {
  /** Which declarative registry knows it by name: classes of different registries never see each other's names. */
  readonly registry: string;
  /** False where its statement stands in a branch that may not run. */
  readonly certain: boolean;
  /** The `MetaData` whose tables its strings name. */
  readonly metadata: string;
  /** Mapped superclass first, then up; empty for none. */
  readonly ancestors: readonly ClassKey[];
  /** True where its body declares the table, rather than being given one or sharing that of a base. */
  readonly ownTable: boolean;
  /** True where it names the table of its base again. What is further up is then no part of its rows. */
  readonly namesTableAgain: boolean;
  /** How its table is joined to that of its base, where `inherit_condition=` says so. */
  readonly inheritCondition: InheritCondition | null;
  readonly columns: ColumnSelection;
  /** Foreign keys of columns that came into its tables too late for the join that its rows are selected from. */
  readonly lateForeignKeys: readonly ColumnReference[];
  /** True where `version_id_col=` is a column of a table, and not the attribute of a class. */
  readonly versionIsTableColumn: boolean;
  /** How Python writes `polymorphic_identity=`, null where that is not known. */
  readonly polymorphicText: string | null;
  /** True where it says that there are no objects of it, or may say so. */
  readonly polymorphicAbstract: boolean;
  /**
   * What annotations without `Mapped[...]` are: an error; read all the same, under `__allow_unmapped__` or in a dataclass; or
   * left alone, in code that shows no sign of SQLAlchemy 2, whose predecessor pays no attention to them.
   */
  readonly unmappedAnnotations: "refused" | "read" | "ignored";
  /** Where the class keeps relationships that could not be read (an unknown base, a loop that sets attributes, …). */
  readonly gaps: readonly Location[];
}
