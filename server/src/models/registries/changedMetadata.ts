import { isExecuted } from "../evaluation/conditions.ts";
import { NOTHING_BOUND } from "../evaluation/nothingBound.ts";
import type { Program } from "../evaluation/program.ts";
import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import { type MetadataReference, metadataOf, metadataOfCall } from "./metadata.ts";

/**
 * A metadata as a table at `at` finds it: naming convention and schema may be given to it after it was made
 * (`SQLModel.metadata.naming_convention = {...}`), or another one may take its place (`SQLModel.metadata = metadata`), which
 * only later tables notice. Looked for where the metadata comes from and in `files`, those that the table is made of: a file
 * that is only imported beside them may run before it or after.
 */
export function metadataAt(
  program: Program,
  metadata: MetadataReference,
  at: Location,
  files: Iterable<string>,
): MetadataReference {
  const home = program.modules.fileNamed(metadata.key.split(":", 1)[0] ?? "");
  let changed = metadata;
  for (const file of new Set([...(home === null ? [] : [home]), ...files])) {
    changed = changedIn(program, changed, file, file === at.file ? at.start : Number.POSITIVE_INFINITY);
  }
  return changed;
}

/** The metadata after what the module level code of a file gives to it before an offset. */
function changedIn(program: Program, metadata: MetadataReference, file: string, before: number): MetadataReference {
  const names = program.namesOf(file);
  if (names === null || !SETTINGS.some((name) => names.givenAttributes.has(name))) return metadata;
  const scope = { module: names.module, file, classKey: null, bound: NOTHING_BOUND };
  const at = { file, start: 0, end: 0 };
  let changed = metadata;
  for (const fact of names.facts.body) {
    if (fact.kind !== "attributeAssignment" || fact.end > before || !SETTINGS.includes(fact.attribute.name)) continue;
    if (fact.when === "typeChecking" || isExecuted(program, fact, scope) === false) continue;
    const target = program.evaluate(fact.target, scope);
    const value = program.evaluate(fact.value, scope);
    if (fact.attribute.name === "metadata") {
      const before = metadataOf(program, program.attribute(target, "metadata", at));
      if (before?.key === metadata.key) changed = replacedBy(program, value, changed);
      continue;
    }
    if (metadataOf(program, target)?.key !== changed.key) continue;
    if (fact.attribute.name === "naming_convention") changed = { ...changed, namingConvention: value };
    else changed = { ...changed, schema: value.kind === "string" ? value.value : null };
  }
  return changed;
}

/** `SQLModel.metadata = metadata`; one that is made on the spot is known by the place that it takes. */
function replacedBy(program: Program, value: Value, metadata: MetadataReference): MetadataReference {
  if (value.kind !== "call") return metadataOf(program, value) ?? metadata;
  const made = metadataOfCall(metadata.key, value);
  return made ?? metadata;
}

const SETTINGS: readonly string[] = ["naming_convention", "schema", "metadata"];
