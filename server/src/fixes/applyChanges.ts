import type { ArgumentList } from "./argumentList.ts";
import { planColumnOption } from "./columnOption.ts";
import { planDeleteCascade } from "./deleteCascade.ts";
import { type ArgumentOperation, editArguments, type TextChange } from "./editArguments.ts";
import type { Change, TextEdit } from "./fix.ts";
import { planForeignKeyTarget } from "./foreignKeyTarget.ts";
import { addToImport } from "./importedName.ts";
import { planKeyword } from "./keyword.ts";
import { planNullable } from "./nullable.ts";
import { planOnDelete } from "./onDelete.ts";
import { type Plan, type PlannedEdit, replaceText } from "./operations.ts";
import { planPassiveDeletes } from "./passiveDeletes.ts";
import { planRelationshipOption } from "./relationshipOption.ts";
import type { Source } from "./source.ts";

/**
 * Turns what a rule proposes into text edits of the files as `sourceOf` knows them, ordered by file and place, never
 * overlapping. Null where a declaration has moved, cannot be edited without guessing, or two changes contradict each
 * other: then there is no fix. An empty list means that the text says it already.
 */
export function applyChanges(
  changes: readonly Change[],
  sourceOf: (file: string) => Source | null,
): readonly TextEdit[] | null {
  const planned = new Map<Source, PlannedEdit[]>();
  for (const change of changes) {
    const source = sourceOf(placeOf(change).file);
    if (source === null) return null;
    const plan = planChange(source, change);
    if (plan === null) return null;
    planned.set(source, [...(planned.get(source) ?? []), ...plan]);
  }
  const edits: TextEdit[] = [];
  for (const [source, plan] of planned) {
    const written = carryOut(source, plan);
    if (written === null) return null;
    for (const { start, end, text } of written) {
      edits.push({ location: { file: source.file, start, end }, newText: text });
    }
  }
  return edits;
}

function planChange(source: Source, change: Change): Plan {
  switch (change.kind) {
    case "onDelete":
      return planOnDelete(source, change);
    case "deleteCascade":
      return planDeleteCascade(source, change);
    case "passiveDeletes":
      return planPassiveDeletes(source, change);
    case "relationshipOption":
      return planRelationshipOption(source, change);
    case "nullable":
      return planNullable(source, change);
    case "columnOption":
      return planColumnOption(source, change);
    case "foreignKeyTarget":
      return planForeignKeyTarget(source, change);
    case "keyword":
      return planKeyword(source, change);
    case "replace":
      return [replaceText(change.at.start, change.at.end, change.text)];
  }
}

function placeOf(change: Change) {
  if (change.kind === "nullable") return change.column;
  return change.kind === "replace" ? change.at : change.call;
}

function carryOut(source: Source, plan: readonly PlannedEdit[]): readonly TextChange[] | null {
  const changes: TextChange[] = [];
  // Lists are read anew for every change; the same brackets are the same list.
  const lists = new Map<number, { readonly list: ArgumentList; readonly operations: ArgumentOperation[] }>();
  const add = (list: ArgumentList, operation: ArgumentOperation): void => {
    const known = lists.get(list.open);
    if (known) known.operations.push(operation);
    else lists.set(list.open, { list, operations: [operation] });
  };
  for (const edit of plan) {
    if (edit.kind === "text") changes.push(edit.change);
    else add(edit.list, edit.operation);
  }
  for (const { list, operations } of [...lists.values()]) {
    if (list.holder === null || !isEmptied(list, operations)) continue;
    lists.delete(list.open);
    add(list.holder.list, { kind: "remove", name: list.holder.name });
  }
  let imported: string | null = null;
  for (const { list, operations } of lists.values()) {
    const edits = editArguments(source.text, list, operations);
    changes.push(...edits);
    const beside = edits.length > 0 ? (list.wrapIn?.importBeside ?? null) : null;
    if (list.wrapIn === null || beside === null || imported === list.wrapIn.name) continue;
    const change = addToImport(source, list.wrapIn.name, beside);
    if (change === null) return null;
    changes.push(change);
    imported = list.wrapIn.name;
  }
  const ordered = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const overlaps = ordered.some((change, index) => change.start < (ordered[index - 1]?.end ?? 0));
  return overlaps ? null : ordered;
}

function isEmptied(list: ArgumentList, operations: readonly ArgumentOperation[]): boolean {
  const removed = new Set(operations.map((operation) => (operation.kind === "remove" ? operation.name : "")));
  return operations.every(({ kind }) => kind === "remove") && list.items.every((item) => removed.has(item.name ?? ""));
}
