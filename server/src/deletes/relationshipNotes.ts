import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { ColumnReference } from "../models/schema/table.ts";
import { relationshipName } from "./relationshipLabel.ts";
import { hidesUnreferring } from "./unitOfWork/innerJoins.ts";

/** What a preview could not evaluate of the relationships of its classes, a sentence for each. */
export function relationshipNotes(schema: Schema, classes: readonly MappedClass[]): readonly string[] {
  return [...joinNotes(schema, classes), ...innerJoinNotes(schema, classes), ...orderNotes(schema, classes)];
}

/** Joins with conditions that cannot be evaluated here. Single-table inheritance is one that can. */
function joinNotes(schema: Schema, classes: readonly MappedClass[]): readonly string[] {
  return classes.flatMap(({ relationships }) =>
    relationships
      .filter(({ partial, criteria, viewonly }) => partial && criteria === null && !viewonly)
      .filter(({ target }) => schema.classes.get(target)?.inheritance !== "single")
      .map(
        (relationship) =>
          `${relationshipName(schema, relationship)}: its join has conditions that cannot be evaluated, every row with the key is taken`,
      ),
  );
}

/** The rows of a preview refer to something wherever an inner join asks for it; others may be in the user's database. */
function innerJoinNotes(schema: Schema, classes: readonly MappedClass[]): readonly string[] {
  return classes.flatMap(({ table, relationships }) =>
    relationships
      .filter(hidesUnreferring)
      .filter(({ synchronizePairs }) => synchronizePairs.some(({ foreign }) => isNullable(schema, foreign)))
      .map((relationship) => {
        const name = schema.tables.get(table)?.name;
        return `${relationshipName(schema, relationship)}: innerjoin hides the rows of ${name} that refer to nothing, the ORM cannot delete them`;
      }),
  );
}

function isNullable({ tables }: Schema, { table, column }: ColumnReference): boolean {
  return tables.get(table)?.columns.some(({ name, nullable }) => name === column && nullable) ?? false;
}

/** Which of several objects a scalar finds is for an `order_by` to say that cannot be evaluated here. */
function orderNotes(schema: Schema, classes: readonly MappedClass[]): readonly string[] {
  return classes.flatMap(({ relationships }) =>
    relationships
      .filter(({ orderBy, uselist, direction, viewonly }) => {
        return orderBy === null && !uselist && direction !== "MANYTOONE" && !viewonly;
      })
      .map(
        (relationship) =>
          `${relationshipName(schema, relationship)}: its order_by cannot be evaluated, of several rows any may be taken`,
      ),
  );
}
