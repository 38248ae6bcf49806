import type { Program } from "../evaluation/program.ts";
import type { ClassInfo } from "./classInfo.ts";
import { dataclassOptions } from "./dataclassOptions.ts";

/**
 * Whether objects of a class surely cannot be hashed, so that no set takes them: the class that has the last word defines
 * `__eq__` without `__hash__`, as a dataclass and a SQLModel do unless told otherwise.
 */
export function isUnhashable(program: Program, info: ClassInfo): boolean {
  for (const owner of info.classes) {
    const { names } = owner.indexed;
    if (names.has("__hash__")) return false;
    const option = dataclassOptions(program, owner);
    if (option !== null && option("eq") !== false) return option("unsafe_hash") !== true && option("frozen") !== true;
    if (names.has("__eq__")) return true;
  }
  // Pydantic compares objects by what they hold, and hashes only those of frozen classes.
  return info.libraries.has("sqlmodel.SQLModel") && !info.classes.some(isConfigured);
}

function isConfigured({ indexed, fact }: ClassInfo): boolean {
  return indexed.names.has("model_config") || fact.arguments.some(({ keyword }) => keyword?.name === "frozen");
}
