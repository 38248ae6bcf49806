import type { DeclaredColumn, DeclaredForeignKey, DeclaredTable, Gap } from "./declaredTable.ts";
import type { MappedClassDeclaration } from "./mappedDeclarations.ts";
import type { OutsideImports } from "./readImports.ts";
import type { RelationshipDeclaration } from "./relationshipDeclaration.ts";
import type { ClassKey, TableKey } from "./schema/keys.ts";
import type { FlushListener } from "./schema/mappedClass.ts";
import type { ModelProblem, Unresolved } from "./schema/schema.ts";
import type { CheckConstraint, Index, UniqueConstraint } from "./schema/table.ts";
import type { TableArguments } from "./tables/tableArguments.ts";

/** What the statements of one file declare, with the help of the files it names things from. */
export interface FileDeclarations extends OutsideImports {
  readonly tables: readonly DeclaredTable[];
  readonly classes: readonly MappedClassDeclaration[];
  readonly additions: readonly TableAddition[];
  readonly relationships: readonly RelationshipDeclaration[];
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
  /** Names of classes that may be mapped, to tables that are not known. */
  readonly hidden: readonly string[];
  /** Parts of mapped classes that could not be read, found outside of the class statements. */
  readonly classGaps: readonly ClassGap[];
  readonly flushListeners: readonly { readonly classKey: ClassKey; readonly listener: FlushListener }[];
}

export interface ClassGap {
  readonly classKey: ClassKey;
  readonly gap: Gap;
}

/** What a class in single-table inheritance, or a statement after the class, adds to a table declared elsewhere. */
export interface TableAddition {
  readonly table: TableKey;
  readonly by: ClassKey | null;
  readonly columns: readonly DeclaredColumn[];
  readonly foreignKeys: readonly DeclaredForeignKey[];
  readonly uniques: readonly UniqueConstraint[];
  readonly indexes: readonly Index[];
  readonly checks: readonly CheckConstraint[];
  /** Constraints and indexes that name columns of the table, whoever declares those. */
  readonly items: TableArguments;
  /** Names of columns that may be there already. */
  readonly reusedColumns: readonly string[];
  /** The class that is mapped to a table which exists on its own, and its attributes by name. */
  readonly mapping: { readonly classKey: ClassKey; readonly attributes: ReadonlyMap<string, string> } | null;
  readonly complete: boolean;
}

/** The same while a file is being read. */
export interface FileDeclarationsDraft {
  readonly tables: DeclaredTable[];
  readonly classes: MappedClassDeclaration[];
  readonly additions: TableAddition[];
  readonly relationships: RelationshipDeclaration[];
  readonly problems: ModelProblem[];
  readonly unresolved: Unresolved[];
  readonly hidden: string[];
  readonly classGaps: ClassGap[];
  readonly flushListeners: { readonly classKey: ClassKey; readonly listener: FlushListener }[];
}

export function emptyDraft(): FileDeclarationsDraft {
  return {
    tables: [],
    classes: [],
    additions: [],
    relationships: [],
    problems: [],
    unresolved: [],
    hidden: [],
    classGaps: [],
    flushListeners: [],
  };
}

export function unresolvedGap({ file, start, end, what, why }: Gap): Unresolved {
  return { file, start, end, what, why };
}
