import { pythonRepr } from "../../models/relationships/pythonRepr.ts";
import type { Column } from "../../models/schema/column.ts";
import type { CellValue, Row } from "../impact.ts";
import { isa, type Mapper } from "../mapper.ts";
import { raise } from "./raised.ts";

/**
 * The class of a row that a query found: the one that the discriminator names, or the queried one where rows carry none. Null
 * for a row that the query leaves out, because it asks for the identities of a class that shares its table. A row that names
 * no class, or one that is not of the queried kind, is an error.
 */
export function mapperOfRow(queried: Mapper, row: Row, identity: readonly CellValue[]): Mapper | null {
  const discriminator = discriminatorOf(queried);
  if (discriminator === undefined) return queried;
  const value = row[discriminator.name] ?? null;
  const family = queried.rowBase.descendants;
  const isSure = isPlain(discriminator) && !family.some(({ mapped }) => mapped.polymorphicUnknown);
  if (isSure && queried.mapped.inheritance === "single" && !holds(queried.descendants, value)) return null;
  // Without any identities, nobody looks at the discriminator.
  if (!isSure || family.every((each) => each.identity === null)) return lenient(queried, value);
  const refuse = (why: string) => {
    const key = `(<class '${queried.identityClass.replace(":", ".")}'>, ${pythonTuple(identity)}, None)`;
    const column = `${queried.rowBase.tables[0]?.name}.${discriminator.name}`;
    raise(
      "InvalidRequestError",
      `Row with identity key ${key} can't be loaded into an object; the polymorphic discriminator column '${column}' ${why}`,
    );
  };
  if (value === null) return refuse("is NULL");
  // The last class that takes an identity has it.
  const named = family.findLast((each) => each.identity === value);
  if (named === undefined) raise("AssertionError", `No such polymorphic_identity ${pythonText(value)} is defined`);
  if (isa(named, queried)) return named;
  return refuse(`refers to ${mapperText(named)}, which is not a sub-mapper of the requested ${mapperText(queried)}`);
}

/** The same where not all identities, or not their forms in the database, are known. */
function lenient(queried: Mapper, value: CellValue): Mapper | null {
  if (value === null) return queried;
  const named = queried.descendants.find(({ identity }) => identity === value);
  if (named !== undefined) return named;
  return queried.rowBase.descendants.some(({ identity }) => identity === value) ? null : queried;
}

function discriminatorOf({ rowBase }: Mapper): Column | undefined {
  const name = rowBase.mapped.polymorphicOn;
  return name === null ? undefined : rowBase.tables[0]?.columns.find((column) => column.name === name);
}

/** Whether Python sees the values of a column as the database stores them. */
function isPlain({ type: { family, converted } }: Column): boolean {
  return converted === undefined && (family === "string" || family === "text" || family === "integer");
}

function holds(mappers: readonly Mapper[], value: CellValue): boolean {
  return value !== null && mappers.some(({ identity }) => identity === value);
}

function mapperText({ mapped, tables }: Mapper): string {
  return `Mapper[${mapped.name}(${tables.at(-1)?.name})]`;
}

function pythonTuple(values: readonly CellValue[]): string {
  return `(${values.map(pythonText).join(", ")}${values.length === 1 ? "," : ""})`;
}

function pythonText(value: CellValue): string {
  return typeof value === "string" ? pythonRepr(value) : value === null ? "None" : String(value);
}
