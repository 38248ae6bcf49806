import type { ClassInfo } from "../classes/classInfo.ts";
import { isDeclaredAttribute } from "../classes/members.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { calleeName } from "../columns/callReader.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";

/** What pydantic refuses in a SQLModel class: fields without an annotation, and `declared_attr`s, which it takes for such. */
export function unannotatedFields(program: Program, info: ClassInfo): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  for (const [name, bindings] of info.indexed.names) {
    const binding = bindings.at(-1);
    if (name.startsWith("_") || info.indexed.annotated.has(name) || binding === undefined) continue;
    if (binding.kind === "function") {
      const found = findFunction(program, `${info.key}.${name}`);
      if (found === null || !isDeclaredAttribute(program, found)) continue;
      const { start, end } = binding.name;
      problems.push(refused(info, name, notAnnotated(name, DECLARED_ATTRIBUTE), { file: info.file, start, end }));
    } else if (binding.kind === "assignment" && binding.value !== null) {
      const value = valueInClass(program, info, binding);
      if (value === null || calleeName(value) !== "sqlmodel.Field") continue;
      const { start, end } = binding.name;
      problems.push(refused(info, name, `Field '${name}' requires a type annotation`, { file: info.file, start, end }));
    }
  }
  return problems;
}

const DECLARED_ATTRIBUTE = "<sqlalchemy.orm.decl_api.declared_attr object>";

function notAnnotated(name: string, shown: string): string {
  return `A non-annotated attribute was detected: \`${name} = ${shown}\`. All model fields require a type annotation; if \`${name}\` is not meant to be a field, you may be able to resolve this error by annotating it as a \`ClassVar\` or updating \`model_config['ignored_types']\`.`;
}

function refused(
  info: ClassInfo,
  attribute: string,
  message: string,
  location: ModelProblem["location"],
): ModelProblem {
  return modelProblem({
    ...ofClass(info),
    code: "other",
    phase: "import",
    exception: "PydanticUserError",
    message,
    location,
    attribute,
  });
}
