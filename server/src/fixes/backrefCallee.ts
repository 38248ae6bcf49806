import type { Module, StringLiteral } from "../python/syntax.ts";
import { type ArgumentList, argumentsOfCall, entriesOfDict } from "./argumentList.ts";
import { isCall, isDict, pathTo, type Source } from "./source.ts";

/**
 * How `backref(...)` can be called where `name` is written as `backref="name"`: under its imported name, or beside the
 * function that makes the relationship (`orm.backref` for `orm.relationship`). Null where neither is known, because a
 * fix that needs an import of its own is no longer a small edit of one declaration.
 */
export function backrefCallee(source: Source, name: StringLiteral): string | null {
  const around = pathTo(source.module, name).toReversed();
  const isBackref = around.some((node) => listOf(source.text, node)?.items.some(isBackrefOf(name)));
  if (!isBackref) return null;
  const callee = around.find(isCall)?.callee;
  if (callee?.kind === "attribute" && callee.attribute.name === "relationship") {
    return `${source.text.slice(callee.value.start, callee.value.end)}.backref`;
  }
  return importedBackref(source.module);
}

function listOf(text: string, node: { readonly start: number; readonly end: number }): ArgumentList | null {
  if (isCall(node)) return argumentsOfCall(text, node);
  return isDict(node) ? entriesOfDict(text, node) : null;
}

function isBackrefOf(name: StringLiteral) {
  return (item: ArgumentList["items"][number]) => item.name === "backref" && item.value.start === name.start;
}

function importedBackref(module: Module): string | null {
  for (const statement of module.body) {
    if (statement.kind !== "importFrom" || statement.module !== "sqlalchemy.orm") continue;
    const imported = statement.names.find(({ name }) => name.name === "backref");
    if (imported) return (imported.alias ?? imported.name).name;
  }
  return null;
}
