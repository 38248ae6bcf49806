import type { Schema } from "../models/schema/schema.ts";
import { type AssumedSchema, withAssumedKeys } from "./assumedKeys.ts";
import { indexLinks, type LinkIndex } from "./closure.ts";
import { type ShapeOf, shapesOf } from "./dataSet/rowShape.ts";
import { type CreationOrder, creationOrders } from "./ddl/tableOrder.ts";
import type { Dialect } from "./impact.ts";
import type { Link } from "./links/link.ts";
import { buildLinks } from "./links/links.ts";
import type { Mapping } from "./mapper.ts";
import { buildMapping } from "./mapping.ts";
import { type Uncheckable, uncheckableOf } from "./uncheckable.ts";

/** What decides about previews besides the schema. */
export interface GroundworkOptions {
  readonly dialect?: Dialect;
  /** False for SQLite connections without `PRAGMA foreign_keys=ON`. Default true. */
  readonly sqliteForeignKeys?: boolean;
  /** The links of the schema as `buildLinks` makes them by default, where they are there already. */
  readonly links?: readonly Link[];
}

/** What all previews of one schema have in common: whatever takes a look at the whole of it. */
export interface Groundwork {
  /** With the columns that tables are taken to have where not all of them is known. */
  readonly schema: Schema;
  /** What is taken for granted of them, by table. */
  readonly assumptions: AssumedSchema["notes"];
  readonly dialect: Dialect;
  readonly sqliteForeignKeys: boolean;
  readonly links: readonly Link[];
  readonly index: LinkIndex;
  readonly mapping: Mapping;
  readonly shapeOf: ShapeOf;
  readonly inCreationOrder: CreationOrder;
  readonly uncheckable: Uncheckable;
}

export function groundworkOf(read: Schema, options: GroundworkOptions): Groundwork {
  const { schema, notes: assumptions } = withAssumedKeys(read);
  const dialect = options.dialect ?? "sqlite";
  const sqliteForeignKeys = options.sqliteForeignKeys ?? true;
  const byDefault = sqliteForeignKeys && dialect === "sqlite" && schema === read;
  const links = (byDefault ? options.links : undefined) ?? buildLinks(schema, { sqliteForeignKeys, dialect });
  const mapping = buildMapping(schema);
  return {
    schema,
    assumptions,
    dialect,
    sqliteForeignKeys,
    links,
    index: indexLinks(schema, links),
    mapping,
    shapeOf: shapesOf(mapping, dialect),
    inCreationOrder: creationOrders(schema),
    uncheckable: uncheckableOf(schema),
  };
}
