import type { ImportFrom, Module } from "../python/syntax.ts";
import { newlineOf, type TextChange } from "./editArguments.ts";
import type { Source } from "./source.ts";

const orm = "sqlalchemy.orm";

/** What a function of `sqlalchemy.orm` is called in the module; null where it is not imported by name. */
export function importedFromOrm(module: Module, name: string): string | null {
  for (const statement of importsFromOrm(module)) {
    const imported = statement.names.find((each) => each.name.name === name);
    if (imported) return (imported.alias ?? imported.name).name;
  }
  return null;
}

/** True where something can be added to the import of the function that is called `callee` here. */
export function isImportedFromOrm(module: Module, callee: string): boolean {
  return importOf(module, callee) !== null;
}

/**
 * Adds `name` to the `from sqlalchemy.orm import …` that brings `beside`: where sorted names would have it, functions
 * behind classes, and on a line of its own where the others have one. Null where there is no such import.
 */
export function addToImport({ text, module }: Source, name: string, beside: string): TextChange | null {
  const statement = importOf(module, beside);
  const last = statement?.names.at(-1);
  if (!statement || !last) return null;
  const next = statement.names.find((each) => /^[a-z]/.test(each.name.name) && each.name.name > name);
  const at = next ? next.name.start : (last.alias ?? last.name).end;
  const line = text.lastIndexOf("\n", (next ?? last).name.start - 1) + 1;
  const indent = text.slice(line, (next ?? last).name.start);
  const gap = indent.trim() === "" && line > statement.start ? `${newlineOf(text)}${indent}` : " ";
  return { start: at, end: at, text: next ? `${name},${gap}` : `,${gap}${name}` };
}

function importOf(module: Module, callee: string): ImportFrom | null {
  const brings = ({ names }: ImportFrom) => names.some(({ name, alias }) => (alias ?? name).name === callee);
  return importsFromOrm(module).find(brings) ?? null;
}

function importsFromOrm(module: Module): readonly ImportFrom[] {
  return module.body.flatMap((statement) =>
    statement.kind === "importFrom" && statement.module === orm && statement.level === 0 ? [statement] : [],
  );
}
