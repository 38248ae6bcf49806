import { isDeepStrictEqual } from "node:util";
import {
  bodyMayMatter,
  equalFacts,
  type FileFacts,
  type ImportedModule,
  importedModules,
  readFileFacts,
} from "../models/fileFacts.ts";
import { equalUsage, mayUseDatabase, readUsageFacts, type UsageFacts } from "../models/usage/usageFacts.ts";
import { readModule } from "../python/reader.ts";
import type { Span } from "../python/syntax.ts";
import { modelNames } from "./modelNames.ts";
import { readSuppressions, type Suppression } from "./suppressions.ts";

/** One Python file as far as the analysis is concerned: its text, and what it says about models and deletes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly facts: FileFacts;
  readonly usage: UsageFacts;
  readonly imports: readonly ImportedModule[];
  /** Names under which it declares models, see `modelNames`. */
  readonly models: readonly string[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Reads a text into a source file. What `previous` says about it stays the very same object where nothing changed, so
 * that whoever compares by identity sees that there is nothing to do.
 */
export function readSourceFile(path: string, text: string, previous: SourceFile | null): SourceFile {
  if (previous !== null && previous.text === text) return previous;
  const module = readModule(text, { readBody });
  const facts = readFileFacts(path, text, module);
  const usage = readUsageFacts(path, text, module);
  const suppressions = readSuppressions(text);
  if (previous === null) {
    return { path, text, facts, usage, imports: importedModules(facts), models: modelNames(facts), suppressions };
  }
  const sameFacts = equalFacts(facts, previous.facts);
  return {
    path,
    text,
    facts: sameFacts ? previous.facts : facts,
    usage: equalUsage(usage, previous.usage) ? previous.usage : usage,
    imports: sameFacts ? previous.imports : kept(importedModules(facts), previous.imports),
    models: sameFacts ? previous.models : kept(modelNames(facts), previous.models),
    suppressions,
  };
}

function kept<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  return isDeepStrictEqual(now, before) ? before : now;
}

/** Whether a function body can say anything about models or deletes. */
function readBody(text: string, body: Span): boolean {
  return bodyMayMatter(text, body) || mayUseDatabase(text.slice(body.start, body.end));
}
