import { headName, readAnnotation } from "../annotations/annotation.ts";
import { annotationScope } from "../classes/annotationScope.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { dataclassOptions } from "../classes/dataclassOptions.ts";
import { isDeclaredAttribute } from "../classes/members.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import { isMappedContainer } from "./collectAttributes.ts";

/** What the constructor of a dataclass makes of a field. */
interface Field {
  readonly name: string;
  readonly location: Location;
  readonly parameter: "required" | "optional" | "none";
}

/** The first field without a default after one with a default, if the constructor takes both by position; null where that is not known. */
export function misplacedField(program: Program, info: ClassInfo): Field | null {
  if (initOf(program, info) !== true) return null;
  const fields = new Map<string, Field>();
  // A field that a class declares again stays where it was.
  for (const owner of info.classes.toReversed()) {
    const own = fieldsOf(program, owner);
    if (own === null) return null;
    for (const field of own) fields.set(field.name, field);
    // Where a base fails already there is nothing to say of the classes below it.
    if (owner !== info && firstMisplaced(fields.values()) !== null) return null;
  }
  return firstMisplaced(fields.values());
}

function firstMisplaced(fields: Iterable<Field>): Field | null {
  let optional = false;
  for (const field of fields) {
    if (field.parameter === "optional") optional = true;
    else if (field.parameter === "required" && optional) return field;
  }
  return null;
}

function initOf(program: Program, info: ClassInfo): boolean | null {
  return info.fact.arguments.some(({ keyword }) => keyword?.name === "init")
    ? null
    : (dataclassOptions(program, info)?.("init") ?? true);
}

/** The fields that a class itself declares; null where they are not known or the class is no dataclass of its own. */
function fieldsOf(program: Program, owner: ClassInfo): readonly Field[] | null {
  const options = dataclassOptions(program, owner);
  const names = owner.indexed.attributes.filter((name) => !name.startsWith("__"));
  if (options === null) return names.every((name) => fieldOf(program, owner, name, false) === null) ? [] : null;
  const fields: Field[] = [];
  for (const name of names) {
    const field = fieldOf(program, owner, name, options("kw_only") === true);
    if (field === "unknown") return null;
    if (field !== null) fields.push(field);
  }
  return fields;
}

function fieldOf(program: Program, owner: ClassInfo, name: string, keywordOnly: boolean): Field | "unknown" | null {
  const binding = owner.indexed.names.get(name)?.at(-1);
  if (binding?.kind === "function") {
    const found = findFunction(program, `${owner.key}.${name}`);
    return found !== null && isDeclaredAttribute(program, found) ? "unknown" : null;
  }
  const fact = owner.indexed.annotated.get(name);
  if (fact === undefined || fact.annotation === null) return null;
  const head = headName(readAnnotation(program, fact.annotation, annotationScope(owner)));
  if (head === "typing.ClassVar") return null;
  if (!isMappedContainer(head)) return "unknown";
  if (binding !== undefined && binding.kind !== "assignment") return "unknown";
  const value = binding === undefined ? null : valueInClass(program, owner, binding);
  const parameter = parameterOf(value);
  const location = { file: owner.file, start: fact.name.start, end: fact.name.end };
  if (parameter === null) return "unknown";
  return { name, location, parameter: keywordOnly && parameter !== "none" ? "none" : parameter };
}

/** What the constructor takes for the value of a field, null where that is not known; what is given by keyword only has no place. */
function parameterOf(value: Value | null): Field["parameter"] | null {
  if (value === null) return "required";
  if (value.kind !== "call" || !value.complete) return null;
  const callee = calleeName(value);
  if (callee !== "sqlalchemy.orm.mapped_column" && callee !== "sqlalchemy.orm.relationship") return null;
  const flag = (name: string) => {
    const given = keywordOf(value, name);
    return given === null ? undefined : truthOf(given.value);
  };
  const [init, keywordOnly] = [flag("init"), flag("kw_only")];
  if (init === null || keywordOnly === null) return null;
  if (init === false || keywordOnly === true) return "none";
  return keywordOf(value, "default") || keywordOf(value, "default_factory") ? "optional" : "required";
}
