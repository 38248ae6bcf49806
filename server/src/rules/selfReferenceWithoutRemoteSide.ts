import type { Fix } from "../fixes/fix.ts";
import { classNameOf } from "../models/classKey.ts";
import type { DeclarationCall } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { Table } from "../models/schema/table.ts";
import { callOf, onRelationship } from "./finding.ts";
import { isUnique } from "./indexes.ts";
import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { Finding, IndexedProject, Rule, SchemaLookup } from "./rule.ts";
import { relationshipName } from "./wording.ts";

const name = "self-reference-without-remote-side";

/** A class that refers to itself cannot tell parents from children by its foreign key alone. */
export const selfReferenceWithoutRemoteSide: Rule = {
  name,
  group: "declaration",
  summary: "A relationship to the own class that is meant as the parent and is taken for the children",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    const { schema } = project;
    for (const problem of problemsNamed(project, name)) {
      const message =
        `Parent or children? ${failureOf(problem)}, because ${subjectOf(problem)} and its counterpart ` +
        `${problem.details.name ?? ""} both lead to the children; add remote_side to the one that is the parent`;
      const owner = problem.classKey === null ? undefined : schema.classes.get(problem.classKey);
      const fixes = owner && problem.call ? remoteSide(schema, owner, problem.call, subjectOf(problem)) : [];
      yield { ...onProblem(schema, problem, message), fixes };
    }
    for (const mapped of project.classes) yield* scalarChildren(project, mapped);
  },
};

function* scalarChildren(project: IndexedProject, mapped: MappedClass): Iterable<Finding> {
  for (const relationship of mapped.relationships) {
    if (!isScalarSelfReference(relationship) || project.isBroken(relationship.location)) continue;
    const table = project.schema.tables.get(mapped.table);
    if (!table || isUnique(table, foreignColumns(relationship, table))) continue;
    yield onRelationship(relationship, null, {
      rule: name,
      severity: "warning",
      message:
        `Parent or children? ${relationshipName(relationship)} holds one ${classNameOf(relationship.target)}, but without ` +
        "remote_side it is one of the rows that reference this one, and deleting this one sets that row's foreign key to NULL",
      fixes: remoteSide(project.schema, mapped, callOf(relationship), relationshipName(relationship)),
    });
  }
}

function isScalarSelfReference(relationship: Relationship): boolean {
  const { direction, uselist, target, owner, declaredOn, reverse, viewonly } = relationship;
  if (direction !== "ONETOMANY" || uselist || viewonly || reverse.length > 0) return false;
  return target === owner && owner === declaredOn;
}

function foreignColumns({ synchronizePairs }: Relationship, table: Table): readonly string[] {
  return synchronizePairs.filter(({ foreign }) => foreign.table === table.key).map(({ foreign }) => foreign.column);
}

function remoteSide(schema: SchemaLookup, owner: MappedClass, call: DeclarationCall, subject: string): readonly Fix[] {
  const [key, second] = schema.tables.get(owner.table)?.primaryKey ?? [];
  const attribute = [...owner.attributes].find(([, column]) => column === key)?.[0];
  if (attribute === undefined || second !== undefined) return [];
  const value = `"${owner.name}.${attribute}"`;
  return [
    {
      title: `Add remote_side to ${subject}`,
      safety: "safe",
      changes: [{ kind: "relationshipOption", call, name: "remote_side", value }],
    },
  ];
}
