import type { ClassInfo } from "../classes/classInfo.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Value } from "../value.ts";

/** Whether a class inherits from `SQLModel`. */
export function isSqlModel(info: ClassInfo): boolean {
  return info.libraries.has("sqlmodel.SQLModel");
}

/** Whether `model_config["table"]` of a SQLModel class is true; null where that is not known. */
export function isTableModel(program: Program, key: ClassKey): boolean | null {
  return program.remember<ClassKey, boolean | null>(program.caches.tableFlags, key, () => readFlag(program, key), null);
}

function readFlag(program: Program, key: ClassKey): boolean | null {
  const info = program.classInfo(key);
  if (info === null) return null;
  const configured = configuredFlag(program, info);
  if (configured !== undefined) return configured;
  // The inherited configuration is asked before the class keyword, so `table=False` does not undo a table base.
  for (const base of info.bases) if (base.kind === "class" && isTableModel(program, base.key) === true) return true;
  const keyword = info.fact.arguments.find((argument) => argument.keyword?.name === "table");
  if (keyword !== undefined) return flagOf(program.evaluate(keyword.value, info.statementScope));
  return info.fact.arguments.some(({ spread }) => spread === "**") ? null : false;
}

/** `model_config = {"table": True}` or `ConfigDict(table=True)` in the body. */
function configuredFlag(program: Program, info: ClassInfo): boolean | null | undefined {
  const binding = info.indexed.names.get("model_config")?.at(-1);
  if (binding?.kind !== "assignment" || binding.value === null) return undefined;
  const value = program.evaluate(binding.value, info.scope);
  if (value.kind === "dict") {
    const entry = value.entries.find(({ key }) => key.kind === "string" && key.value === "table");
    return entry === undefined ? undefined : flagOf(entry.value);
  }
  const keyword = value.kind === "call" ? value.keywords.find(({ name }) => name === "table") : undefined;
  return keyword === undefined ? undefined : flagOf(keyword.value);
}

/** SQLModel tests for the object `True` itself. */
function flagOf(value: Value): boolean | null {
  if (value.kind === "boolean") return value.value;
  return value.kind === "string" || value.kind === "number" || value.kind === "none" ? false : null;
}
