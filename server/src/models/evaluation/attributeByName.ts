import type { ClassInfo } from "../classes/classInfo.ts";
import { memberFromClasses } from "../classes/members.ts";
import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import type { EvaluatedArguments } from "./arguments.ts";
import type { Program } from "./program.ts";

/** `getattr(cls, "prefix", "")` of a class of the project; null where what the class has is not certain. */
export function attributeByName(program: Program, given: EvaluatedArguments, at: Location): Value | null {
  const [of, name, fallback] = given.arguments;
  const has = hasAttribute(program, given);
  if (of === undefined || name?.kind !== "string") return null;
  if (has === true || (fallback === undefined && given.complete)) return program.attribute(of, name.value, at);
  return has === false ? (fallback ?? null) : null;
}

/** `hasattr(cls, "prefix")` of a class of the project; null where that is not certain. */
export function hasAttribute(
  program: Program,
  { arguments: [of, name], complete }: EvaluatedArguments,
): boolean | null {
  if (of?.kind !== "class" || name?.kind !== "string" || !complete) return null;
  const info = program.classInfo(of.key);
  if (info === null) return null;
  if (memberFromClasses(program, info, name.value, of.at) !== null) return true;
  return lacks(info, name.value) ? false : null;
}

/** Library classes of which is known what they give to the classes below them. */
const KNOWN_BASES: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.DeclarativeBase",
  "sqlalchemy.orm.DeclarativeBaseNoMeta",
  "sqlalchemy.orm.MappedAsDataclass",
  "typing.Generic",
  "abc.ABC",
]);

/** What every class has, or every class below one of those. */
const OF_EVERY_CLASS =
  /^(metadata|registry|mro|_sa_.*|__(?!(tablename|table_args|mapper_args|abstract)__$).*__|_is_.*)$/;

function lacks(info: ClassInfo, name: string): boolean {
  if (OF_EVERY_CLASS.test(name)) return false;
  if (info.mro.some((base) => base.kind !== "class" && !(base.kind === "library" && KNOWN_BASES.has(base.name))))
    return false;
  return info.classes.every(
    ({ indexed, fact, names, open }) =>
      open.length === 0 &&
      fact.decorators.length === 0 &&
      fact.arguments.every(({ keyword, spread }) => keyword === null && spread !== "**") &&
      !indexed.annotated.has(name) &&
      !names.givenAttributes.has(name) &&
      !indexed.names.has("__init_subclass__"),
  );
}
