import type { RelatedLocation } from "../schema/keys.ts";
import type { ForeignKey, Table } from "../schema/table.ts";
import { type ForeignKeyPath, findForeignKeyPath, type JoinSide } from "./foreignKeyPath.ts";
import { type JoinArguments, readJoinArguments } from "./joinArguments.ts";
import { determineJoin, type JoinCondition } from "./joinCondition.ts";
import type { JoinExpression } from "./joinExpression.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";
import type { Fault } from "./relationshipProblem.ts";
import { labelOf, type RelationshipProperty } from "./relationshipProperty.ts";
import type { TargetReading } from "./relationshipTarget.ts";

/** A relationship with its target and its join found. */
export interface ConfiguredRelationship {
  readonly property: RelationshipProperty;
  readonly parent: MappedSelectable;
  readonly target: MappedSelectable;
  readonly arguments: JoinArguments;
  readonly condition: JoinCondition;
  readonly uselist: boolean;
}

export type Configuration =
  | { readonly kind: "configured"; readonly relationship: ConfiguredRelationship }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

/** Finds the join of a relationship and what follows from it, in the order of `RelationshipProperty.do_init`. */
export function configureRelationship(
  property: RelationshipProperty,
  mappings: Mappings,
  findTarget: () => TargetReading,
): Configuration {
  const parent = mappings.selectableOf(property.parent.key);
  if (parent === null) return { kind: "unknown", why: "the table of the class is not known" };
  const reading = readJoinArguments(property, mappings);
  if (reading.kind !== "read") return reading;
  const found = findTarget();
  if (found.kind !== "target") return found;
  const target = found.selectable;
  const { secondary } = reading.arguments;
  const incomplete = incompletePart([parent, target], secondary);

  const joins = determineJoins(property, reading.arguments, parent, target);
  if (joins.kind === "fault") return incomplete === null ? joins : { kind: "unknown", why: incomplete };
  const outcome = determineJoin({
    label: labelOf(property),
    tables: mappings.declarations.tables,
    parent,
    child: target,
    secondary,
    primaryjoin: joins.primaryjoin,
    secondaryjoin: joins.secondaryjoin,
    foreignKeys: reading.arguments.foreignKeys,
    remoteSide: reading.arguments.remoteSide,
    viewonly: property.options.viewonly,
  });
  if (outcome.kind === "unknown") return outcome;
  if (outcome.kind === "failed") {
    if (incomplete !== null) return { kind: "unknown", why: incomplete };
    return { kind: "fault", fault: configurationFault(outcome.code, "ArgumentError", outcome.message) };
  }
  const { condition } = outcome;
  return {
    kind: "configured",
    relationship: {
      property,
      parent,
      target,
      arguments: reading.arguments,
      condition,
      uselist: property.options.uselist ?? condition.direction !== "MANYTOONE",
    },
  };
}

type Joins =
  | { readonly kind: "joins"; readonly primaryjoin: JoinExpression; readonly secondaryjoin: JoinExpression | null }
  | { readonly kind: "fault"; readonly fault: Fault };

/** The joins as given, or by way of the foreign keys (`JoinCondition._determine_joins`). */
function determineJoins(
  property: RelationshipProperty,
  given: JoinArguments,
  parent: MappedSelectable,
  target: MappedSelectable,
): Joins {
  const { secondary, foreignKeys } = given;
  let { primaryjoin, secondaryjoin } = given;
  if (secondary === null && secondaryjoin !== null) {
    const message = `Property ${labelOf(property)} specified with secondary join condition but no secondary argument`;
    return { kind: "fault", fault: configurationFault("other", "ArgumentError", message) };
  }
  if (secondary !== null && secondaryjoin === null) {
    const path = findForeignKeyPath(sideOf(target), target.local, { tables: [secondary], late: [] }, foreignKeys);
    if (path.kind !== "path") return { kind: "fault", fault: pathFault(property, path, parent, target, secondary) };
    secondaryjoin = path.join;
  }
  if (primaryjoin === null) {
    const other = secondary === null ? sideOf(target) : { tables: [secondary], late: [] };
    const path = findForeignKeyPath(sideOf(parent), parent.local, other, foreignKeys);
    if (path.kind !== "path") return { kind: "fault", fault: pathFault(property, path, parent, target, secondary) };
    primaryjoin = path.join;
  }
  return { kind: "joins", primaryjoin, secondaryjoin };
}

function sideOf({ tables, class: mapped }: MappedSelectable): JoinSide {
  return { tables, late: mapped.lateForeignKeys };
}

/**
 * `details` of `missing-foreign-key`: `unknownForeignKey`, where one of the tables has a foreign key whose target does not
 * exist, is that target as written: the cause, reported on its own too. `details` of `ambiguous-foreign-keys`: `columns`,
 * the referencing columns of each path, comma-separated.
 */
function pathFault(
  property: RelationshipProperty,
  path: Exclude<ForeignKeyPath, { kind: "path" }>,
  parent: MappedSelectable,
  target: MappedSelectable,
  secondary: Table | null,
): Fault {
  const through = secondary === null ? "" : ` via secondary table '${fullName(secondary)}'`;
  const start = `Could not determine join condition between parent/child tables on relationship ${labelOf(property)} - there are `;
  switch (path.kind) {
    case "noColumn": {
      const { foreignKey, column } = path;
      const table = foreignKey.target.table;
      const written = foreignKey.target.schema === null ? table : `${foreignKey.target.schema}.${table}`;
      const holder = [...parent.tables, ...target.tables, ...(secondary === null ? [] : [secondary])].find(
        (each) => each.key === foreignKey.table,
      );
      const message =
        `Could not initialize target column for ForeignKey '${written}.${column}' on table '${holder?.name ?? ""}': ` +
        `table '${table}' has no column named '${column}'`;
      return {
        ...configurationFault("missing-foreign-key", "NoReferencedColumnError", message),
        details: { unknownForeignKey: targetText(foreignKey) },
        related: [relatedTo(foreignKey)],
      };
    }
    case "none": {
      const dangling = unknownForeignKey(secondary === null ? [...parent.tables, ...target.tables] : [secondary]);
      const remedy =
        secondary === null
          ? "specify a 'primaryjoin' expression"
          : "specify 'primaryjoin' and 'secondaryjoin' expressions";
      return {
        ...configurationFault(
          "missing-foreign-key",
          "NoForeignKeysError",
          `${start}no foreign keys linking these tables${through}.  Ensure that referencing columns are associated with a ` +
            `ForeignKey or ForeignKeyConstraint, or ${remedy}.`,
        ),
        details: dangling === null ? {} : { unknownForeignKey: targetText(dangling) },
        related: dangling === null ? [] : [relatedTo(dangling)],
      };
    }
    case "ambiguous":
      return {
        ...configurationFault(
          "ambiguous-foreign-keys",
          "AmbiguousForeignKeysError",
          `${start}multiple foreign key paths linking the tables${through}.  Specify the 'foreign_keys' argument, providing a ` +
            "list of those columns which should be counted as containing a foreign key reference " +
            (secondary === null
              ? "to the parent table."
              : "from the secondary table to each of the parent and child tables."),
        ),
        details: { columns: path.foreignKeys.map((foreignKey) => foreignKey.columns.join(" + ")).join(",") },
        related: path.foreignKeys.map(relatedTo),
      };
  }
}

function unknownForeignKey(tables: readonly Table[]): ForeignKey | null {
  for (const table of tables) {
    const unknown = table.foreignKeys.find((foreignKey) => foreignKey.target.key === null);
    if (unknown !== undefined) return unknown;
  }
  return null;
}

function targetText({ target }: ForeignKey): string {
  const columns = target.columns.length === 1 ? target.columns[0] : `(${target.columns.join(", ")})`;
  return `${target.schema === null ? "" : `${target.schema}.`}${target.table}.${columns}`;
}

function relatedTo(foreignKey: ForeignKey): RelatedLocation {
  return { ...foreignKey.location, message: `the foreign key to ${targetText(foreignKey)}` };
}

function fullName(table: Table): string {
  return table.schema === null ? table.name : `${table.schema}.${table.name}`;
}

/** What keeps a failure from being certain: a class or table of which not everything could be read. */
function incompletePart(selectables: readonly MappedSelectable[], secondary: Table | null): string | null {
  for (const selectable of selectables) {
    const table = selectable.tables.find((each) => !each.complete);
    if (table !== undefined) return `not all of table ${table.name} could be read`;
    if (!selectable.class.complete) return `not all of class ${selectable.class.name} could be read`;
  }
  return secondary !== null && !secondary.complete ? `not all of table ${secondary.name} could be read` : null;
}

function configurationFault(code: string, exception: string, message: string): Fault {
  return { code, phase: "configuration", exception, message };
}
