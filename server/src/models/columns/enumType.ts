import { applyCall } from "../evaluation/calls.ts";
import { enumMembers } from "../evaluation/enums.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { ColumnType, TypeOptions } from "../schema/column.ts";
import type { CallValue, Value } from "../value.ts";
import { keyword, numberOf } from "./typeArguments.ts";

/** `Enum(Color)`, `Enum("a", "b")`: a VARCHAR as long as the longest stored name. */
export function enumType(program: Program, call: CallValue | null): ColumnType {
  const [first] = call?.arguments ?? [];
  const length = numberOf(keyword(call, "length"));
  const options = enumOptions(program, call);
  if (first?.kind === "class") {
    const callable = keyword(call, "values_callable");
    const values = callable === undefined ? enumMembers(program, first.key) : enumValues(program, callable, first);
    return enumOf(values, options, length);
  }
  return enumOf(call === null || call.arguments.length === 0 ? null : textsOf(call.arguments), options, length);
}

/** What `values_callable` gives for an enum class. */
function enumValues(program: Program, callable: Value, enumClass: Value): readonly string[] | null {
  const given = { arguments: [enumClass], keywords: [], complete: true };
  const returned = applyCall(program, callable, given, callable.at);
  return returned.kind === "list" || returned.kind === "tuple" ? textsOf(returned.items) : null;
}

/** The strings of a list that consists of nothing else, else null. */
export function textsOf(values: readonly Value[]): readonly string[] | null {
  const texts = values.map((value) => (value.kind === "string" ? value.value : null));
  return texts.every((text) => text !== null) ? texts : null;
}

/**
 * The type of an enumeration: a VARCHAR where the database has no enumerations of its own. `values` are what is stored, null
 * where they are not known.
 */
export function enumOf(
  values: readonly string[] | null,
  options: TypeOptions | null = null,
  length: number | null = null,
): ColumnType {
  const longest = values === null ? null : Math.max(0, ...values.map((value) => value.length));
  const size = length ?? longest;
  const ddl = size === null ? "VARCHAR" : `VARCHAR(${size})`;
  return { name: "Enum", ddl, family: "enum", enumValues: values, length: size, options };
}

/** Without `name=`, the type is called as the class is, in small letters. */
function enumOptions(program: Program, call: CallValue | null): TypeOptions {
  const name = keyword(call, "name");
  const native = keyword(call, "native_enum");
  const [first] = call?.arguments ?? [];
  const enumClass = first?.kind === "class" ? program.classInfo(first.key) : null;
  const enumName = name?.kind === "string" ? name.value : (enumClass?.name.toLowerCase() ?? null);
  return native !== undefined && truthOf(native) === false ? { native: false, enumName } : { enumName };
}
