import type { ModelRelationship } from "./modelRelationship.ts";

/**
 * A set of models before it is written down in some style. Everything refers to everything else by name, so that parts
 * can be taken out one by one while a failing set is made smaller.
 */
export interface ModelSet {
  readonly style: Style;
  /** One module, or a package with a module for each class. */
  readonly layout: Layout;
  readonly classes: readonly ModelClass[];
  readonly associations: readonly Association[];
}

/** SQLModel, SQLAlchemy 2 with `Mapped`, or SQLAlchemy 1 with `Column`. */
export type Style = "sqlmodel" | "declarative" | "legacy";

export type Layout = "module" | "package";

export interface ModelClass {
  readonly name: string;
  readonly tableName: string;
  /** The database schema of its table, null for the default one. */
  readonly schema: string | null;
  readonly inherits: Inheritance | null;
  /** `reference`: the key is made of those references that are marked as such. */
  readonly key: "id" | "composite" | "reference";
  readonly keyType: KeyType;
  /** The type of a unique column that others refer to instead of the key; null without one. */
  readonly code: KeyType | null;
  readonly columns: readonly PlainColumn[];
  readonly references: readonly Reference[];
  readonly relationships: readonly ModelRelationship[];
  readonly mapper: MapperChoices;
  readonly constraints: readonly TableConstraint[];
  readonly attributes: readonly OtherAttribute[];
}

/** An attribute that is neither a column of its own nor a relationship; `of` names columns or a relationship of the class. */
export interface OtherAttribute {
  readonly kind: "expression" | "synonym" | "composite" | "proxy" | "hybrid" | "validator";
  readonly name: string;
  readonly of: readonly string[];
}

/** What `__mapper_args__` says beside inheritance. */
export interface MapperChoices {
  readonly passiveDeletes: boolean;
  /** False for `confirm_deleted_rows=False`. */
  readonly confirmDeletedRows: boolean;
  /** The class has a column that counts its versions. */
  readonly versioned: boolean;
  /** False for `batch=False`. */
  readonly batch: boolean;
  readonly eagerDefaults: boolean;
  /** The database counts the key: `Identity()`. */
  readonly identity: boolean;
  /** Only the mapper names the key, the table has none; for classes that nothing refers to. */
  readonly namesKey: boolean;
  /** What `polymorphic_on` names the discriminator by, where the class has one. */
  readonly discriminator: "text" | "column" | "property";
  /** A column that the mapper leaves out. */
  readonly excludes: string | null;
}

/** A constraint over columns of the class, by their names in the database. */
export type TableConstraint =
  | { readonly kind: "unique"; readonly columns: readonly string[] }
  /** With a condition it is unique among the rows that meet it. */
  | { readonly kind: "index"; readonly columns: readonly string[]; readonly where: string | null }
  | { readonly kind: "check"; readonly condition: string; readonly name: string | null };

export type KeyType = "int" | "str" | "UUID";

export interface Inheritance {
  readonly base: string;
  readonly kind: "joined" | "single" | "concrete";
  readonly onDelete: string | null;
}

export interface PlainColumn {
  readonly name: string;
  readonly type: "int" | "str" | "float" | "bool" | "datetime" | "date" | "Decimal" | "UUID" | "Shade";
  readonly nullable: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  /** Whether the column is called otherwise than its attribute. */
  readonly renamed: boolean;
  /** What every UPDATE sets it to, as Python; null for a column that updates leave alone. */
  readonly onUpdate: string | null;
  /** An integer that the database computes. */
  readonly computed: boolean;
  /** Loaded only when it is asked for. */
  readonly deferred: boolean;
  readonly serverDefault: string | null;
  readonly spelling: number;
}

/** A foreign key to the primary key of another class: one column for each column of that key. */
export interface Reference {
  readonly name: string;
  readonly target: string;
  readonly nullable: boolean;
  readonly onDelete: string | null;
  readonly primaryKey: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  readonly serverDefault: string | null;
  readonly deferrable: boolean;
  readonly renamed: boolean;
  /** False for columns that only relationships use as a foreign key. */
  readonly declared: boolean;
  /** The column of the class that is the first of the reference's columns, instead of one of its own: several keys of one tenant. */
  readonly shared: string | null;
  /** Which of the style's ways of writing the column is used. */
  readonly spelling: number;
}

export interface Association {
  readonly name: string;
  readonly left: string;
  readonly right: string;
  readonly leftOnDelete: string | null;
  readonly rightOnDelete: string | null;
  /** Whether the pairs have a key of their own instead of being the key. */
  readonly numbered: boolean;
}

export function classNamed(set: Pick<ModelSet, "classes">, name: string): ModelClass {
  const found = set.classes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no class ${name}`);
  return found;
}

export interface KeyColumn {
  readonly name: string;
  readonly type: KeyType;
}

/** The columns of a class's primary key, in order. */
export function keyColumns(set: Pick<ModelSet, "classes">, model: ModelClass): readonly KeyColumn[] {
  if (model.inherits !== null) return keyColumns(set, classNamed(set, model.inherits.base));
  if (model.key === "reference") {
    return model.references
      .filter(({ primaryKey }) => primaryKey)
      .flatMap((reference) => referenceColumns(set, reference));
  }
  const id = { name: "id", type: model.keyType };
  return model.key === "composite" ? [{ name: "tenant", type: "int" }, id] : [id];
}

/** The columns of a class that references to it name: its key, or a unique column. */
export function referredColumns(set: Pick<ModelSet, "classes">, model: ModelClass): readonly KeyColumn[] {
  return model.inherits === null && model.code !== null ? [{ name: "code", type: model.code }] : keyColumns(set, model);
}

/** The columns of a reference, one for each column that it names of the target. */
export function referenceColumns(set: Pick<ModelSet, "classes">, reference: Reference): readonly KeyColumn[] {
  const target = referredColumns(set, classNamed(set, reference.target));
  return target.map(({ name, type }, index) => ({
    name: (index === 0 ? reference.shared : null) ?? `${reference.name}_${name}`,
    type,
  }));
}

/** Those of them that the reference brings along itself. */
export function ownColumns(set: Pick<ModelSet, "classes">, reference: Reference): readonly KeyColumn[] {
  return referenceColumns(set, reference).slice(reference.shared === null ? 0 : 1);
}

/** Columns of a class that a reference to a composite key may begin with. */
export function shareable(
  set: Pick<ModelSet, "classes">,
  model: ModelClass,
  others: readonly Reference[],
): readonly string[] {
  const key = model.key === "composite" && model.inherits === null ? ["tenant"] : [];
  const composite = others.filter(({ target, primaryKey, shared, declared }) => {
    return !primaryKey && declared && shared === null && hasTenant(set, target);
  });
  return [...key, ...composite.map((other) => referenceColumns(set, other)[0]?.name ?? "")];
}

export function hasTenant(set: Pick<ModelSet, "classes">, name: string): boolean {
  const model = classNamed(set, name);
  return model.inherits === null && model.key === "composite" && model.code === null;
}

/** The class whose table holds the rows of `model`: its own, or the base's for single-table inheritance. */
export function tableOwner(set: Pick<ModelSet, "classes">, model: ModelClass): ModelClass {
  return model.inherits?.kind === "single" ? tableOwner(set, classNamed(set, model.inherits.base)) : model;
}

/** What a foreign key to a class names: its table's key columns, with the schema where there is one. */
export function keyTarget(set: Pick<ModelSet, "classes">, target: string): string[] {
  const table = fullTableName(set, target);
  return keyColumns(set, classNamed(set, target)).map(({ name }) => `${table}.${name}`);
}

/** The same for the foreign key of a reference. */
export function referenceTarget(set: Pick<ModelSet, "classes">, { target }: Reference): string[] {
  const table = fullTableName(set, target);
  return referredColumns(set, classNamed(set, target)).map(({ name }) => `${table}.${name}`);
}

function fullTableName(set: Pick<ModelSet, "classes">, target: string): string {
  const { schema, tableName } = tableOwner(set, classNamed(set, target));
  return schema === null ? tableName : `${schema}.${tableName}`;
}

/** The topmost class of a hierarchy. */
export function rootOf(set: Pick<ModelSet, "classes">, model: ModelClass): ModelClass {
  return model.inherits === null ? model : rootOf(set, classNamed(set, model.inherits.base));
}

/** The name of a column in the database. */
export function columnName({ name, renamed }: PlainColumn): string {
  return renamed ? `${name}_column` : name;
}

/** The columns of one side of an association: one for each column of the key of the class there. */
export function sideColumns(
  set: Pick<ModelSet, "classes">,
  side: "left" | "right",
  association: Association,
): readonly KeyColumn[] {
  const keys = keyColumns(set, classNamed(set, association[side]));
  return keys.map(({ name, type }) => ({ name: `${side}_${name}`, type }));
}

/** The class that the table of `model` inherits rows from, null for one that stands alone. */
export function joinedBase({ inherits }: ModelClass): Inheritance | null {
  return inherits?.kind === "concrete" ? null : inherits;
}
