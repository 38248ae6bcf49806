import type { TableAddition } from "../fileDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { additionFrom } from "../tables/additions.ts";
import { type ColumnSelection, isSelected } from "./columnSelection.ts";
import { type ColumnsUpon, leavesOutByItself } from "./columnsUpon.ts";
import { inheritedColumns } from "./inheritCondition.ts";

/** A class as it is in the end, and the columns above it that it alone maps. */
interface Inherited {
  readonly result: MappedClassDeclaration;
  readonly additions: readonly TableAddition[];
}

const NO_ADDITIONS: readonly TableAddition[] = [];

/** What `Mapper._configure_inheritance` takes over from the base; a concrete mapping takes no columns, but the options. */
export function inheritMapping(
  declaration: MappedClassDeclaration,
  base: MappedClassDeclaration | null,
  upon: ColumnsUpon,
  later: readonly ReadonlyMap<string, string>[],
): Inherited {
  const inherits = base !== null && declaration.inheritance !== "concrete";
  if (base === null && later.length === 0 && namesNoColumn(declaration))
    return { result: declaration, additions: NO_ADDITIONS };
  const columns = inherits ? selectionBelow(declaration, base, upon) : declaration.columns;
  // What a mapper leaves out as an attribute of its base it may come upon again as a column.
  const inherited = (inherits ? [...base.attributes] : []).filter((names) =>
    names.some((name) => isSelected(columns, name)),
  );
  const attributes = new Map(inherited);
  const additions = inherits ? mapUpon(declaration, upon, columns, attributes) : NO_ADDITIONS;
  for (const [name, column] of declaration.attributes) attributes.set(name, column);
  for (const added of later) for (const [name, column] of added) attributes.set(name, column);
  // The discriminator of a hierarchy stands in its first table.
  const isCutOff = declaration.namesTableAgain && base?.inheritance === "joined";
  const columnOf = (name: string | null) => (name === null ? null : (attributes.get(name) ?? name));
  const result = {
    ...declaration,
    attributes,
    columns,
    lateForeignKeys: upon.late.flatMap(({ table, foreignKeys }) =>
      foreignKeys.flatMap((foreignKey) => foreignKey.columns.map((column) => ({ table, column }))),
    ),
    inheritedColumns: inherits ? inheritedColumns(declaration, base, attributes) : [],
    polymorphicOn: columnOf(declaration.polymorphicOn) ?? (inherits && !isCutOff ? base.polymorphicOn : null),
    versionIdColumn: columnOf(declaration.versionIdColumn) ?? base?.versionIdColumn ?? null,
    versionIdClass: declaration.versionIdClass ?? base?.versionIdClass ?? null,
    versionIdGenerator:
      declaration.versionIdColumn === null && base !== null ? base.versionIdGenerator : declaration.versionIdGenerator,
    primaryKey: declaration.primaryKey.map((name) => attributes.get(name) ?? name),
    passiveDeletes: declaration.passiveDeletes || (base?.passiveDeletes ?? false),
    // A subclass never checks how many rows its DELETE matched.
    confirmDeletedRows: declaration.confirmDeletedRows && !inherits,
  };
  return { result, additions };
}

/** What a subclass leaves out: what it says, or else what its base leaves out and does not map of its table (`_prepare_mapper_arguments`). */
function selectionBelow(
  declaration: MappedClassDeclaration,
  base: MappedClassDeclaration,
  { left }: ColumnsUpon,
): ColumnSelection {
  const { columns } = declaration;
  if (leavesOutByItself(declaration) || (base.columns.excluded.length === 0 && left.length === 0)) return columns;
  const own = new Set(declaration.attributes.values());
  const known = new Set(base.attributes.values());
  const unmapped = left.flatMap(({ columns: seen }) => seen.flatMap(({ key, name }) => (known.has(name) ? [] : [key])));
  const excluded = [...base.columns.excluded, ...unmapped].filter((key) => !own.has(key));
  return { ...columns, excluded: [...new Set(excluded)] };
}

/**
 * Adds to `attributes` what the mapper comes upon, named as in the class above that has it. Where none has, nobody says how it is
 * to be called: it takes the name of the column.
 */
function mapUpon(
  { key, ancestors }: MappedClassDeclaration,
  { seen }: ColumnsUpon,
  columns: ColumnSelection,
  attributes: Map<string, string>,
): readonly TableAddition[] {
  const mapped = new Set(attributes.values());
  return seen.flatMap((source) => {
    const found = source.columns.filter((column) => isSelected(columns, column.key) && !mapped.has(column.name));
    const isAbove = !("by" in source) || (source.by !== null && ancestors.includes(source.by));
    const named = found.map((column) => {
      const above = isAbove ? column.attribute : null;
      return [above ?? columns.prefix + column.key, column.name] as const;
    });
    const free = named.filter(([name]) => !attributes.has(name));
    for (const [name, column] of free) attributes.set(name, column);
    if (free.length === 0) return [];
    const table = "table" in source ? source.table : source.key;
    return [{ ...additionFrom(table, key), mapping: { classKey: key, attributes: new Map(free) } }];
  });
}

/** True where no mapper option stands for a column, which is called by its attribute there. */
function namesNoColumn({ polymorphicOn, versionIdColumn, primaryKey }: MappedClassDeclaration): boolean {
  return polymorphicOn === null && versionIdColumn === null && primaryKey.length === 0;
}
