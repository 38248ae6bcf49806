import type { Module, Span } from "../python/syntax.ts";
import type { Fact, FileFacts } from "./fact.ts";
import { factsOfStatements } from "./statementFacts.ts";

export type { FileFacts } from "./fact.ts";

/**
 * What a file contributes to the models of its project: plain data, small, serialisable as JSON.
 *
 * `file` is the path the workspace gave it, `text` its content and `module` the syntax tree of exactly that text (function
 * bodies may have been skipped). Any tree is fine, half-typed code included; nothing is looked up in other files.
 */
export function readFileFacts(file: string, text: string, module: Module): FileFacts {
  const body = factsOfStatements(module.body, text);
  return { file, futureAnnotations: hasFutureAnnotations(body), body, deferred: deferredDefinitions(text) };
}

/** True where nothing that depends on file facts can come out differently for `a` and `b`. */
export function equalFacts(a: FileFacts, b: FileFacts): boolean {
  return a === b || equal(a, b);
}

/** Whether the text names SQLModel or SQLAlchemy at all; other files matter only where a model file imports them. */
export function mayDeclareModels(text: string): boolean {
  return /sqlmodel|sqlalchemy/i.test(text);
}

/** Longer function bodies are no helpers that build columns; they are not followed anyway. */
const LONGEST_HELPER = 4_000;

/**
 * Whether a function body can matter to declarations: only what short functions return is ever followed. For `readBody`
 * of `readModule`; other bodies may be skipped, and nothing that is declared comes out differently.
 */
export function bodyMayMatter(text: string, body: Span): boolean {
  return body.end - body.start <= LONGEST_HELPER && text.slice(body.start, body.end).includes("return");
}

export interface ImportedModule {
  readonly module: string;
  /** 0 for an absolute import, else the number of leading dots. */
  readonly level: number;
}

/**
 * The modules a file imports names from, as written: `from .base import Base` gives `base` at level 1, and `from . import
 * base` gives both the package itself and `base`, because the name may be a module.
 */
export function importedModules(facts: FileFacts): readonly ImportedModule[] {
  const modules = new Map<string, ImportedModule>();
  const add = (module: string, level: number) => modules.set(`${level}:${module}`, { module, level });
  for (const fact of facts.body) {
    if (fact.kind === "starImport") add(fact.module, fact.level);
    if (fact.kind !== "import") continue;
    add(fact.loads, fact.level);
    if (fact.imported !== null) add(fact.loads === "" ? fact.imported : `${fact.loads}.${fact.imported}`, fact.level);
  }
  return [...modules.values()];
}

function hasFutureAnnotations(body: readonly Fact[]): boolean {
  return body.some((fact) => fact.kind === "import" && fact.module === "__future__" && fact.imported === "annotations");
}

/**
 * Names of models that a function defines when it is called, which may be what a foreign key or a relationship names: those of
 * indented class statements, and of tables. A table name that only ends in a constant is that end after a `*`.
 */
function deferredDefinitions(text: string): readonly string[] {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/^[ \t]+class[ \t]+(\w+)[ \t]*\(/gm)) if (name !== undefined) names.add(name);
  for (const [, before, name] of text.matchAll(/^[ \t]+.*\bTable\(\s*([^,()]*?)(\w+)["']\s*,/gm)) {
    if (before !== undefined && name !== undefined) names.add(/^["']$/.test(before) ? name : `*${name}`);
  }
  return [...names];
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => equal(item, b[index]));
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => equal(left[key], right[key]));
}
