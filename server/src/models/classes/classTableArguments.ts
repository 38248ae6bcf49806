import { calleeName } from "../columns/callReader.ts";
import { NO_TABLE_ARGUMENTS, readTableArguments, type TableArguments } from "../tables/tableArguments.ts";
import type { Value } from "../value.ts";

/** Reads a value of `__table_args__`; `name` is that of the class. */
export function readTableArgumentsValue(value: Value, name: string): TableArguments {
  const read = readItems(value, name);
  const reflected = read.options?.entries.some(({ key }) => key.kind === "string" && key.value === "autoload_with");
  if (!reflected) return read;
  const gap = { ...value.at, what: `columns of ${name}`, why: "they are read from the database" };
  return { ...read, gaps: [...read.gaps, gap] };
}

function readItems(value: Value, name: string): TableArguments {
  switch (value.kind) {
    case "none":
      return NO_TABLE_ARGUMENTS;
    case "dict":
      return readTableArguments([], value, name);
    case "tuple": {
      const last = value.items.at(-1);
      return last?.kind === "dict"
        ? readTableArguments(value.items.slice(0, -1), last, name)
        : readTableArguments(value.items, null, name);
    }
    default: {
      if (calleeName(value).startsWith("sqlalchemy.") || value.kind === "list") {
        const message = "__table_args__ value must be a tuple, dict, or None";
        return { ...NO_TABLE_ARGUMENTS, faults: [{ exception: "ArgumentError", message, at: value.at }] };
      }
      const why = value.kind === "unknown" ? value.why : "its table arguments are not known";
      return { ...NO_TABLE_ARGUMENTS, gaps: [{ ...value.at, what: `table arguments of ${name}`, why }] };
    }
  }
}
