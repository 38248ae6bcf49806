import type { StringLiteral } from "../python/syntax.ts";
import { type ArgumentList, argumentsOfCall, entriesOfDict, type Wrapper } from "./argumentList.ts";
import { importedFromOrm, isImportedFromOrm } from "./importedName.ts";
import { isCall, isDict, pathTo, type Source } from "./source.ts";

/**
 * How `backref(...)` can be called where `name` is written as `backref="name"`: under its imported name, beside the
 * function that makes the relationship (`orm.backref` for `orm.relationship`), or imported together with it. Null where
 * none of them is known.
 */
export function backrefCallee(source: Source, name: StringLiteral): Wrapper | null {
  const around = pathTo(source.module, name).toReversed();
  const isBackref = around.some((node) => listOf(source.text, node)?.items.some(isBackrefOf(name)));
  if (!isBackref) return null;
  const callee = around.find(isCall)?.callee;
  if (callee?.kind === "attribute" && callee.attribute.name === "relationship") {
    return { name: `${source.text.slice(callee.value.start, callee.value.end)}.backref`, importBeside: null };
  }
  const imported = importedFromOrm(source.module, "backref");
  if (imported !== null) return { name: imported, importBeside: null };
  if (callee?.kind !== "name" || !isImportedFromOrm(source.module, callee.name)) return null;
  return { name: "backref", importBeside: callee.name };
}

function listOf(text: string, node: { readonly start: number; readonly end: number }): ArgumentList | null {
  if (isCall(node)) return argumentsOfCall(text, node);
  return isDict(node) ? entriesOfDict(text, node) : null;
}

function isBackrefOf(name: StringLiteral) {
  return (item: ArgumentList["items"][number]) => item.name === "backref" && item.value.start === name.start;
}
