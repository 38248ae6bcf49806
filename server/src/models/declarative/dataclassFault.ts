import type { ClassInfo } from "../classes/classInfo.ts";
import { dataclassOptions } from "../classes/dataclassOptions.ts";
import { calleeName } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { CollectedAttribute } from "./collectAttributes.ts";
import { misplacedField } from "./dataclassFields.ts";
import type { ColumnError } from "./mappedColumn.ts";

interface DataclassFault {
  readonly attribute: Pick<CollectedAttribute, "name" | "location">;
  readonly error: ColumnError;
}

/**
 * What Python or SQLAlchemy refuses in a class because of how it is a dataclass or is none. Null where nothing is, and where
 * it is not known which of the two it is.
 */
export function dataclassFault(
  program: Program,
  info: ClassInfo,
  collected: readonly CollectedAttribute[],
): DataclassFault | null {
  // A base that a call makes may be given a class to start from, which may be a dataclass.
  if (info.mro.some(({ kind }) => kind === "instance" || kind === "unknown")) return null;
  if (dataclassOptions(program, info) !== null) {
    const misplaced = misplacedField(program, info);
    return misplaced === null ? null : { attribute: misplaced, error: nonDefaultAfterDefault(info, misplaced.name) };
  }
  if (info.classes.some(({ fact }) => fact.decorators.length > 0)) return null;
  for (const attribute of collected) {
    const names = dataclassArguments(attribute);
    if (names !== null) return { attribute, error: noDataclass(info, attribute, names) };
  }
  return null;
}

function nonDefaultAfterDefault({ name }: ClassInfo, field: string): ColumnError {
  return {
    exception: "InvalidRequestError",
    message: `Python dataclasses error encountered when creating dataclass for '${name}': TypeError("non-default argument '${field}' follows default argument"). Please refer to Python dataclasses documentation for additional information.`,
  };
}

function noDataclass(
  { module, indexed }: ClassInfo,
  { name }: CollectedAttribute,
  names: readonly string[],
): ColumnError {
  const shown = names.map((argument) => `'${argument}'`).join(", ");
  return {
    exception: "ArgumentError",
    message: `Attribute '${name}' on class <class '${module}.${indexed.qualifiedName}'> includes dataclasses argument(s): ${shown} but class does not specify SQLAlchemy native dataclass configuration.`,
  };
}

/** What only dataclasses have a use for, and of it, in order, what the error names. */
const ARGUMENTS = ["compare", "dataclass_metadata", "default_factory", "hash", "init", "kw_only", "repr"];
const UNNAMED: ReadonlySet<string> = new Set(["compare", "hash", "kw_only"]);

/** The arguments for dataclasses that the error names; null where none is given. */
function dataclassArguments({ value }: CollectedAttribute): readonly string[] | null {
  if (value?.kind !== "call") return null;
  const given = new Set(value.keywords.map(({ name }) => name));
  const callee = calleeName(value);
  if (callee === "sqlalchemy.orm.mapped_column") {
    const found = ARGUMENTS.filter((name) => given.has(name));
    return found.length === 0 ? null : found.filter((name) => !UNNAMED.has(name));
  }
  if (callee !== "sqlalchemy.orm.relationship") return null;
  // The `default` of a column is also that of its INSERTs.
  const found = [...ARGUMENTS, "default"].filter((name) => given.has(name)).sort();
  return found.length === 0 ? null : found.filter((name) => !UNNAMED.has(name));
}
