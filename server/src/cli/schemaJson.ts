import { qualifiedName } from "../deletes/qualifiedName.ts";
import type { Location } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { ForeignKey } from "../models/schema/table.ts";
import type { SchemaReport, TableEntry } from "./schemaReport.ts";
import { shownPath } from "./shownPath.ts";

/** The schema as the JSON that `docs/cli.md` describes, version 1. */
export function schemaJson({ parts, lines }: SchemaReport): string {
  const place = (location: Location) => ({
    file: shownPath(location.file),
    range: lines(location.file).rangeOf(location),
  });
  const tables = parts.flatMap(({ schema, tables: entries }) =>
    entries.map(({ table, mapped }) => ({
      name: table.name,
      schema: table.schema,
      class: mapped?.name ?? null,
      module: mapped?.module ?? table.module,
      ...place((mapped ?? table).location),
      ...contentsJson({ table, mapped }, schema),
    })),
  );
  const unresolved = parts.flatMap((part) =>
    part.unresolved.map((each) => ({ ...place(each), what: each.what, why: each.why })),
  );
  return `${JSON.stringify({ version: 1, tables, unresolved }, null, 1)}\n`;
}

function contentsJson({ table, mapped }: TableEntry, schema: Schema) {
  const attributes = mapped === null ? null : columnAttributes(mapped);
  return {
    columns: table.columns.map((column) => ({
      name: column.name,
      attribute: attributes?.get(column.name) ?? column.attribute,
      type: column.type.ddl,
      nullable: column.nullable,
      primaryKey: column.primaryKey,
      unique: column.unique,
      index: column.index,
      serverDefault: column.serverDefault,
    })),
    primaryKey: table.primaryKey,
    uniques: table.uniques.map(({ columns }) => columns),
    indexes: table.indexes.map(({ name, columns, unique }) => ({ name, columns, unique })),
    foreignKeys: table.foreignKeys.map(foreignKeyJson),
    relationships: (mapped?.relationships ?? []).map((relationship) => relationshipJson(relationship, schema)),
  };
}

function columnAttributes(mapped: MappedClass): ReadonlyMap<string, string> {
  return new Map([...mapped.attributes].map(([attribute, column]) => [column, attribute]));
}

function foreignKeyJson({ name, columns, target, onDelete, onUpdate, deferrable, initially }: ForeignKey) {
  const { schema, table, columns: targetColumns } = target;
  return {
    name,
    columns,
    target: { schema, table, columns: targetColumns },
    onDelete,
    onUpdate,
    deferrable,
    initially,
  };
}

function relationshipJson(relationship: Relationship, schema: Schema) {
  const {
    name,
    target,
    direction,
    uselist,
    secondary,
    backPopulates,
    cascade,
    passiveDeletes,
    viewonly,
    lazy,
    origin,
  } = relationship;
  const association = secondary === null ? undefined : schema.tables.get(secondary);
  return {
    name,
    target: schema.classes.get(target)?.name ?? target,
    direction,
    uselist,
    secondary: association === undefined ? null : qualifiedName(association),
    backPopulates,
    cascade,
    passiveDeletes,
    viewonly,
    lazy,
    origin,
  };
}
