import type { Expression } from "../../python/syntax.ts";
import { type Annotation, headName, readAnnotation } from "../annotations/annotation.ts";
import { annotationScope } from "../classes/annotationScope.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { isDecoratedBy } from "../classes/decorators.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { CallValue, Value } from "../value.ts";
import { type CollectedAttribute, isMappedContainer } from "./collectAttributes.ts";

/** The columns that a `composite(...)` makes. */
export interface CompositeColumns {
  readonly columns: readonly CollectedAttribute[];
  /** Why there may be others, or others instead; null where they are known. */
  readonly why: string | null;
}

/**
 * Columns of a composite value: those it is given, and one for each further field of a dataclass. What they leave out, their
 * names and types, is that of the field (`CompositeProperty._setup_for_dataclass`).
 */
export function compositeColumns(program: Program, attribute: CollectedAttribute, call: CallValue): CompositeColumns {
  const [first] = call.arguments;
  const isGivenClass = first !== undefined && !isPart(first);
  const parts = isGivenClass ? call.arguments.slice(1) : call.arguments;
  const value = isGivenClass ? first : classInAnnotation(program, attribute);
  const info = value?.kind === "class" ? program.classInfo(value.key) : null;
  const fields = info === null ? [] : fieldsOf(program, info);
  const named = info !== null && isDecoratedBy(program, info, DATACLASS_DECORATORS) ? fields : null;
  const count = Math.max(parts.length, named?.length ?? 0);
  const columns: CollectedAttribute[] = [];
  let why: string | null = null;
  for (let index = 0; index < count; index++) {
    const part = parts[index] ?? columnFromTemplate(call, named?.[index]?.name ?? "");
    if (part.kind !== "call" || !isColumn(part)) continue;
    const field = fields[index] ?? null;
    const name = stringIn(part) ?? named?.[index]?.name ?? null;
    if (name === null) why = "the class of its values is not known";
    // Without a class whose fields it knows, SQLAlchemy asks for no annotation: the column is left without a type.
    else columns.push({ ...attribute, name, value: part, annotation: field, inside: field === null });
  }
  if (parts.length === 0 && named === null) why = "the class of its values is not known";
  return { columns, why };
}

interface Field {
  readonly name: string;
  readonly expression: Expression;
  readonly scope: ClassInfo["scope"];
}

/** What the constructor of a dataclass takes, in order: the fields of its bases first. */
function fieldsOf(program: Program, info: ClassInfo): readonly Field[] {
  const fields = new Map<string, Field | null>();
  for (const owner of info.classes.toReversed()) {
    for (const fact of owner.fact.body) {
      if (fact.kind !== "assignment" || fact.annotation === null) continue;
      const { name } = fact.name;
      const value = fact.value === null ? null : program.evaluate(fact.value, owner.scope);
      const isTaken = value?.kind !== "call" || keywordOf(value, "init")?.value.kind !== "boolean";
      const annotation = readAnnotation(program, fact.annotation, annotationScope(owner));
      const isField = annotation.kind !== "generic" || headName(annotation) !== "typing.ClassVar";
      fields.set(
        name,
        isTaken && isField ? { name, expression: fact.annotation, scope: annotationScope(owner) } : null,
      );
    }
  }
  return [...fields.values()].filter((field) => field !== null);
}

const DATACLASS_DECORATORS: ReadonlySet<string> = new Set([
  "dataclasses.dataclass",
  "pydantic.dataclasses.dataclass",
  "sqlalchemy.orm.unmapped_dataclass",
]);

/** A column, or the name of an attribute; anything else in front is the class. */
function isPart(value: Value): boolean {
  return isColumn(value) || value.kind === "string" || (value.kind === "attribute" && value.of.kind === "class");
}

function isColumn(value: Value): boolean {
  return COLUMNS.has(calleeName(value));
}

const COLUMNS: ReadonlySet<string> = new Set(["sqlalchemy.Column", "sqlalchemy.orm.mapped_column"]);

/** The `mapped_column()` that stands for a field without one; `column_template="start_%s"` names it, since SQLAlchemy 2.1. */
function columnFromTemplate({ keywords, at }: CallValue, field: string): CallValue {
  const template = keywords.find(({ name }) => name === "column_template")?.value;
  const name = template?.kind === "string" ? template.value.replace("%s", field) : field;
  return {
    kind: "call",
    callee: { kind: "symbol", name: "sqlalchemy.orm.mapped_column", at },
    arguments: [{ kind: "string", value: name, at }],
    keywords: [],
    complete: true,
    at,
  };
}

function stringIn(call: CallValue): string | null {
  const [name] = call.arguments;
  return name?.kind === "string" ? name.value : null;
}

function classInAnnotation(program: Program, { annotation }: CollectedAttribute): Value | null {
  if (annotation === null) return null;
  const read = readAnnotation(program, annotation.expression, annotation.scope);
  return classIn(read.kind === "generic" && isMappedContainer(headName(read)) ? read.items[0] : read);
}

/** `Point | None` is a composite that may be missing. */
function classIn(annotation: Annotation | undefined): Value | null {
  switch (annotation?.kind) {
    case "type":
      return annotation.value;
    case "annotated":
      return classIn(annotation.type);
    case "union": {
      const present = annotation.members.filter(({ kind }) => kind !== "none");
      return present.length === 1 ? classIn(present[0]) : null;
    }
    default:
      return null;
  }
}
