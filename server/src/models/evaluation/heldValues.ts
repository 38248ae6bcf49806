import type { Expression } from "../../python/syntax.ts";
import { headName, readAnnotation } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { isDecoratedBy } from "../classes/decorators.ts";
import { calleeName } from "../columns/callReader.ts";
import type { AssignmentFact } from "../fact.ts";
import type { DictValue, Value } from "../value.ts";
import { callOf } from "./callOf.ts";
import type { Program } from "./program.ts";

/**
 * The values of an object that is made to hold some: of a `NamedTuple`, a dataclass of the project or a `SimpleNamespace`, in
 * the order of its fields. Null for any other object, and where an argument or a default is not known.
 */
export function heldValues(program: Program, object: Value): DictValue | null {
  const call = callOf(object);
  if (call === null || !call.complete) return null;
  const { callee, at } = call;
  if (callee.kind === "symbol" && callee.name === "types.SimpleNamespace" && call.arguments.length === 0) {
    return { kind: "dict", entries: call.keywords.map(({ name, value }) => entry(name, value)), complete: true, at };
  }
  const info = callee.kind === "class" ? program.classInfo(callee.key) : null;
  const fields = info === null ? null : fieldsOf(program, info);
  if (info === null || fields === null || call.arguments.length > fields.length) return null;
  const entries = fields.flatMap((field, index) => {
    const name = field.name.name;
    const given = call.arguments[index] ?? call.keywords.find((keyword) => keyword.name === name)?.value;
    // `field(default_factory=list)` makes a value of its own for each object.
    const fallback = given ?? (field.value === null ? null : program.evaluate(field.value, info.scope));
    return fallback === null || calleeName(fallback) === "dataclasses.field" ? [] : [entry(name, fallback)];
  });
  return entries.length === fields.length ? { kind: "dict", entries, complete: true, at } : null;
}

function entry(name: string, value: Value): DictValue["entries"][number] {
  return { key: { kind: "string", value: name, at: value.at }, value };
}

/** Methods with which an object may come to have other values than it was given. */
const CHANGING = ["__init__", "__new__", "__post_init__", "__getattr__", "__getattribute__", "__setattr__"] as const;

/** The fields of a class that its arguments are for; null for a class that is no plain holder of values. */
function fieldsOf(program: Program, info: ClassInfo): readonly AssignmentFact[] | null {
  if (CHANGING.some((method) => info.indexed.names.has(method))) return null;
  const isTuple = info.mro.length === 2 && info.libraries.has("typing.NamedTuple");
  if (!isTuple && !(info.mro.length === 1 && isDecoratedBy(program, info, DATACLASS))) return null;
  const fields = info.fact.body.filter((fact) => fact.kind === "assignment");
  const isPlain = fields.every(
    ({ when, annotation }) => when === "always" && annotation !== null && !isClassVariable(program, info, annotation),
  );
  return isPlain ? fields : null;
}

const DATACLASS: ReadonlySet<string> = new Set(["dataclasses.dataclass"]);

function isClassVariable(program: Program, info: ClassInfo, expression: Expression): boolean {
  const annotation = readAnnotation(program, expression, info.scope);
  return annotation.kind === "generic" && headName(annotation) === "typing.ClassVar";
}
