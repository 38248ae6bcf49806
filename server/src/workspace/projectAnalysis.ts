import type { Dialect, Impact } from "../deletes/impact.ts";
import type { Link } from "../deletes/links/link.ts";
import type { PreviewOptions } from "../deletes/preview.ts";
import type { Fix, TextEdit } from "../fixes/fix.ts";
import type { ClassKey, Location } from "../models/schema/keys.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Usage } from "../models/usage/usage.ts";
import type { Finding } from "../rules/rule.ts";

/**
 * What `lsp/` and `cli/` ask of the workspace. Everything is computed on demand from the current texts and kept until a
 * change makes it stale; asking twice costs nothing.
 */
export interface ProjectAnalysis {
  /** Paths of the files that were analysed: absolute, `/`-separated, in a stable order. */
  readonly files: readonly string[];
  readonly schema: Schema;
  readonly links: readonly Link[];
  readonly usage: Usage;
  /** Everything reported, suppressions and configuration applied, ordered by file and position. */
  readonly findings: readonly Finding[];
  readonly findingsIn: (file: string) => readonly Finding[];
  /** The text that was analysed (an open buffer's, else the disk's), null for an unknown file. */
  readonly text: (file: string) => string | null;
  /** What stands at an offset of a file: a model class, a relationship, a foreign key, the subject of a delete. */
  readonly declarationAt: (file: string, offset: number) => DeclarationAt | null;
  /**
   * The preview of deleting one row of a class; `problem` where no SQLite can be had (with one sentence why). Asynchronous
   * because SQLite is loaded only when the first preview is wanted.
   */
  readonly impact: (model: ClassKey) => Promise<Impact | { readonly problem: string }>;
  /** How previews are made here: the dialect, whether SQLite enforces foreign keys. */
  readonly previewOptions: PreviewOptions & { readonly dialect: Dialect };
  /** The edits of a fix, only if re-analysing their result shows the finding gone and nothing worse; else null. */
  readonly editsFor: (finding: Finding, fix: Fix) => readonly TextEdit[] | null;
  /** The same for all fixes of many findings at once, which costs much less than one by one: those that help, best first. */
  readonly fixesFor: (findings: readonly Finding[]) => ReadonlyMap<Finding, readonly OfferedFix[]>;
  /**
   * Fixes that help when they are carried out together: of each finding the best one, if that is allowed, as far as
   * their edits leave each other alone. What remains can be asked for again once these are carried out.
   */
  readonly jointFixes: (isAllowed: (offered: OfferedFix) => boolean) => readonly OfferedFix[];
}

/** A fix that helps, with the edits that carry it out. */
export interface OfferedFix {
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

export type DeclarationAt =
  | { readonly kind: "class"; readonly at: Location; readonly model: ClassKey }
  | { readonly kind: "relationship"; readonly at: Location; readonly model: ClassKey; readonly name: string }
  | { readonly kind: "foreignKey"; readonly at: Location; readonly model: ClassKey | null; readonly label: string }
  | { readonly kind: "delete"; readonly at: Location; readonly model: ClassKey };
