import type { CheckDraft } from "./columns/checkConstraint.ts";
import type {
  Autoincrement,
  Column,
  ColumnType,
  ColumnUpdate,
  ComputedColumn,
  IdentityColumn,
} from "./schema/column.ts";
import type { DeclarationCall, Location } from "./schema/keys.ts";
import type { ForeignKey, Table } from "./schema/table.ts";
import type { NamingConvention } from "./tables/namingConvention.ts";
import type { Value } from "./value.ts";

/**
 * A table as one file declares it, before other files have been looked at: foreign keys name their targets as the source
 * does, and columns without a type of their own wait for the column they reference.
 */
export interface DeclaredTable extends Omit<Table, "columns" | "foreignKeys"> {
  readonly columns: readonly DeclaredColumn[];
  readonly foreignKeys: readonly DeclaredForeignKey[];
  readonly setting: TableSetting;
}

/** What matters of a table only until it is linked with the others. */
export interface TableSetting {
  /** The schema that the metadata gives to foreign key strings that name none. */
  readonly defaultSchema: string | null;
  readonly namingConvention: NamingConvention;
  /** True where code outside the workspace may put further tables beside it. */
  readonly openMetadata: boolean;
  /** What a second definition of the same table means. */
  readonly existing: "refused" | "extended" | "kept";
}

/** `type` is null for a column that takes the type of the column it references. */
export interface DeclaredColumn extends Omit<Column, "type"> {
  readonly type: ColumnType | null;
}

export interface DeclaredForeignKey extends Omit<ForeignKey, "target"> {
  readonly targets: readonly ForeignKeyTargetText[] | readonly ForeignKeyTargetColumn[];
  /** `link_to_name=True`: the target names database names, not column keys. */
  readonly linkToName: boolean;
}

/** `"user.id"`, with the schema that the metadata of the referencing table puts in front. */
export interface ForeignKeyTargetText {
  readonly kind: "text";
  readonly text: string;
}

/** `User.id`, `user.c.id`: a column given as an object. */
export interface ForeignKeyTargetColumn {
  readonly kind: "column";
  readonly value: Value;
}

/** A column as its call says, before the attribute, the annotation and the table add their part. */
export interface ColumnDraft {
  readonly name: string | null;
  readonly key: string | null;
  readonly type: ColumnType | null;
  /** Null where the call does not say. */
  readonly nullable: boolean | null;
  readonly primaryKey: boolean;
  readonly unique: boolean | null;
  readonly index: boolean | null;
  readonly serverDefault: string | null;
  readonly onUpdate: ColumnUpdate | null;
  readonly autoincrement: Autoincrement;
  readonly computed: ComputedColumn | null;
  readonly identity: IdentityColumn | null;
  readonly system?: true;
  readonly foreignKeys: readonly ForeignKeyDraft[];
  readonly checks: readonly CheckDraft[];
  readonly sortOrder: number;
  /** `use_existing_column=True`: a subclass in single-table inheritance shares the column of that name. */
  readonly useExisting: boolean;
  readonly call: DeclarationCall | null;
  /** The name string in the call, where it has one. */
  readonly nameLocation: Location | null;
  /** What could not be read: it may carry a foreign key or change the column. */
  readonly gaps: readonly Gap[];
  /** Keywords that no column takes. */
  readonly misplaced: readonly MisplacedKeyword[];
}

export interface ForeignKeyDraft {
  readonly name: string | null;
  readonly target: ForeignKeyTargetText | ForeignKeyTargetColumn;
  readonly onDelete: Action;
  readonly onUpdate: string | null;
  readonly deferrable: boolean | null;
  readonly initially: string | null;
  readonly useAlter: boolean;
  readonly linkToName: boolean;
  readonly call: DeclarationCall;
}

/** A referential action: as given, as it gets into the DDL, and where. */
export interface Action {
  readonly text: string | null;
  readonly written: string | null;
  readonly at: Location | null;
}

export interface Gap extends Location {
  readonly what: string;
  readonly why: string;
}

export interface MisplacedKeyword {
  readonly name: string;
  readonly at: Location;
  readonly call: DeclarationCall;
}
