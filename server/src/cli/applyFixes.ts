import { applyTextEdits } from "../fixes/applyTextEdits.ts";
import type { Fix } from "../fixes/fix.ts";
import { readSource } from "../workspace/sourceText.ts";
import type { Targets } from "./targets.ts";

/** A file that fixes change. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface FixedFiles {
  readonly files: readonly FixedFile[];
  /** How many findings are gone. */
  readonly count: number;
}

/** Fixing one thing can uncover another; nothing good needs more rounds than this. */
const MOST_ROUNDS = 10;

/**
 * Carries out, in the workspace's buffers only, the best allowed fix of every finding in the files that were asked for,
 * until no more can be. A file that is not UTF-8 is left alone: writing it back would change more than the fix does.
 */
export function applyFixes({ workspace, includes }: Targets, isAllowed: (fix: Fix) => boolean): FixedFiles {
  const originals = new Map<string, string>();
  const isWritable = new Map<string, boolean>();
  const mayChange = (file: string) => {
    const known = isWritable.get(file) ?? (includes(file) && isUtf8(file));
    isWritable.set(file, known);
    return known;
  };
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let applied = 0;
    for (const project of workspace.analyses()) {
      const chosen = project.jointFixes(({ fix, edits }) => {
        return isAllowed(fix) && edits.every(({ location }) => mayChange(location.file));
      });
      const edits = chosen.flatMap((offered) => offered.edits);
      for (const file of new Set(edits.map(({ location }) => location.file))) {
        const text = project.text(file);
        if (text === null) continue;
        if (!originals.has(file)) originals.set(file, text);
        const own = edits.filter(({ location }) => location.file === file);
        workspace.openDocument(file, applyTextEdits(text, own));
      }
      applied += chosen.length;
    }
    count += applied;
    if (applied === 0) break;
  }
  const files = [...originals].flatMap(([path, before]) => {
    const after = workspace.analysis(path).text(path);
    return after === null || after === before ? [] : [{ path, before, after }];
  });
  return { files, count };
}

function isUtf8(file: string): boolean {
  const source = readSource(file);
  return "text" in source && source.encoding === "utf-8";
}
