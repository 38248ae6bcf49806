import { headName, readAnnotation } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import type { Program } from "../evaluation/program.ts";
import type { AssignmentFact } from "../fact.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import { isRelationship } from "./fields.ts";

/** The names of a class's own `Relationship()` attributes. */
export function relationshipNames(program: Program, info: ClassInfo): ReadonlySet<string> {
  return new Set(ownRelationships(program, info).map((fact) => fact.name.name));
}

function ownRelationships(program: Program, info: ClassInfo): readonly AssignmentFact[] {
  return info.fact.body
    .filter((fact) => fact.kind === "assignment")
    .filter((fact) => isRelationship(program, info, fact));
}

/** The relationships that a table class declares itself, in source order. */
export function declareOwnRelationships(program: Program, info: ClassInfo): readonly RelationshipDeclaration[] {
  const last = new Map(ownRelationships(program, info).map((fact) => [fact.name.name, fact]));
  return [...last.values()].flatMap((fact) => {
    const value = valueInClass(program, info, fact);
    if (value === null) return [];
    return [
      {
        owner: info.key,
        name: fact.name.name,
        location: { file: info.file, start: fact.name.start, end: fact.name.end },
        annotation: fact.annotation,
        value,
        scope: info.scope,
        futureAnnotations: info.names.facts.futureAnnotations,
        addedLater: false,
      },
    ];
  });
}

/**
 * `Relationship()` in a base class: SQLModel does not inherit it, and takes its annotation for a column's in every table class
 * below, which fails. Gives the names, which are no columns. `details.table`: the table class that cannot be created.
 */
export function relationshipsInBases(
  program: Program,
  info: ClassInfo,
  draft: FileDeclarationsDraft,
): ReadonlySet<string> {
  const own = new Set(info.fact.body.flatMap((fact) => (fact.kind === "assignment" ? [fact.name.name] : [])));
  const names = new Set<string>();
  for (const owner of info.classes.slice(1)) {
    for (const fact of ownRelationships(program, owner)) {
      if (names.has(fact.name.name) || own.has(fact.name.name)) continue;
      names.add(fact.name.name);
      draft.problems.push(
        modelProblem({
          ...ofClass(info),
          code: "relationship-in-base",
          phase: "import",
          exception: "ValueError",
          message: `${shownType(program, owner, fact)} has no matching SQLAlchemy type`,
          location: { file: owner.file, start: fact.name.start, end: fact.name.end },
          related: [
            {
              file: info.file,
              start: info.fact.name.start,
              end: info.fact.name.end,
              message: `${info.name} inherits it and cannot be created`,
            },
          ],
          attribute: fact.name.name,
          details: { table: info.name },
        }),
      );
    }
  }
  return names;
}

/** The type as SQLModel's message prints it. */
function shownType(program: Program, owner: ClassInfo, fact: AssignmentFact): string {
  const annotation = fact.annotation === null ? null : readAnnotation(program, fact.annotation, owner.scope);
  if (annotation === null) return "None";
  const members = annotation.kind === "union" ? annotation.members.filter(({ kind }) => kind !== "none") : [annotation];
  const [type] = members;
  if (type?.kind === "generic") return `<class '${headName(type).replace("builtins.", "")}'>`;
  if (type?.kind !== "type" || type.value.kind !== "class") return "<class>";
  const target = program.classInfo(type.value.key);
  return target === null ? "<class>" : `<class '${target.module}.${target.indexed.qualifiedName}'>`;
}
