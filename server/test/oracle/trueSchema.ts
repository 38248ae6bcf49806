/** What `test-fixtures/oracle/inspect_models.py` reports: SQLAlchemy's own account of a project's models. */
export interface TrueSchema {
  readonly failure: TrueFailure | null;
  readonly warnings: readonly TrueFailure[];
  readonly tables: readonly TrueTable[];
  readonly classes: readonly TrueClass[];
}

export interface TrueFailure {
  readonly phase: string;
  readonly exception: string;
  readonly message: string;
}

export interface TrueTable {
  readonly name: string;
  readonly schema: string | null;
  readonly class: string | null;
  readonly columns: readonly TrueColumn[];
  readonly primaryKey: readonly string[];
  readonly uniques: readonly { readonly name: string | null; readonly columns: readonly string[] }[];
  readonly indexes: readonly {
    readonly name: string | null;
    readonly columns: readonly (string | null)[];
    readonly unique: boolean;
  }[];
  readonly foreignKeys: readonly TrueForeignKey[];
  readonly checks: readonly { readonly name: string | null; readonly text: string }[];
}

export interface TrueColumn {
  readonly name: string;
  readonly key: string;
  readonly attribute: string | null;
  /** Null where SQLite has no such type. */
  readonly type: string | null;
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  readonly serverDefault: string | null;
}

export interface TrueForeignKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly target: {
    readonly schema: string | null;
    readonly table: string;
    readonly columns: readonly (string | null)[];
  };
  readonly onDelete: string | null;
  readonly onUpdate: string | null;
  readonly deferrable: boolean | null;
  readonly initially: string | null;
  readonly useAlter: boolean;
}

export interface TrueClass {
  readonly class: string;
  readonly table: string | null;
  readonly inherits: string | null;
  readonly inheritance: string;
  readonly polymorphicOn: string | null;
  readonly polymorphicIdentity: string | number | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly passiveDeletes: boolean;
  readonly confirmDeletedRows: boolean;
  readonly versionIdColumn: string | null;
  /** Null where the mappers could not be configured. */
  readonly relationships: readonly TrueRelationship[] | null;
}

export interface TrueRelationship {
  readonly name: string;
  readonly declaredOn: string;
  readonly target: string;
  readonly direction: string;
  readonly uselist: boolean;
  readonly secondary: string | null;
  readonly synchronizePairs: readonly (readonly string[])[];
  readonly secondarySynchronizePairs: readonly (readonly string[])[];
  readonly cascade: readonly string[];
  readonly passiveDeletes: boolean | string;
  readonly viewonly: boolean;
  readonly lazy: string;
  readonly postUpdate: boolean;
  readonly singleParent: boolean;
  readonly backPopulates: string | null;
  readonly reverse: readonly string[];
  readonly origin: string;
}
