import type { CellValue, Rows } from "../../src/deletes/impact.ts";
import type { DeletePath } from "../../src/deletes/outcome.ts";

/** What one path comes to, as we say or as it was. */
export interface PathOutcome {
  readonly error: { readonly kind: string; readonly reason: string } | null;
  readonly after: Rows;
  /** Null where nothing certain is known of them. */
  readonly statements: readonly string[] | null;
}

export interface DeleteDisagreement {
  readonly path: DeletePath;
  readonly about: "error" | "rows" | "statements";
  readonly ours: unknown;
  readonly truth: unknown;
}

/**
 * Compares one path: the kind and the text of the error, every row that is left, and on the ORM's paths the statements in
 * order. Statements before an error are not compared: what a rollback undid leaves no trace.
 */
export function compareDelete(path: DeletePath, ours: PathOutcome, truth: PathOutcome): DeleteDisagreement[] {
  if (text(ours.error) !== text(truth.error)) return [{ path, about: "error", ours: ours.error, truth: truth.error }];
  const found: DeleteDisagreement[] = [];
  for (const table of new Set([...Object.keys(ours.after), ...Object.keys(truth.after)])) {
    const [mine, theirs] = [sorted(ours.after[table]), sorted(truth.after[table])];
    if (JSON.stringify(mine) !== JSON.stringify(theirs))
      found.push({ path, about: "rows", ours: { [table]: mine }, truth: theirs });
  }
  if (path === "sql" || truth.error !== null || truth.statements === null || ours.statements === null) return found;
  if (JSON.stringify(ours.statements) !== JSON.stringify(truth.statements)) {
    found.push({ path, about: "statements", ours: ours.statements, truth: truth.statements });
  }
  return found;
}

/** The text of an error without what nobody can foresee: addresses, and the contents of a cycle. */
function text(error: PathOutcome["error"]): string | null {
  if (error === null) return null;
  const reason = error.reason
    .replaceAll(/ at 0x[0-9a-fA-F…]+/g, "")
    // Of several objects of a hierarchy, the first of a set in no order says its class.
    .replaceAll(/\b\w+(?=\.\w+ (?:can't load|relationship in order))/g, "")
    .replace(/^(Circular dependency detected\.).*$/s, "$1");
  return `${error.kind}: ${reason}`;
}

function sorted(rows: Rows[string] | undefined): unknown {
  return rows
    ?.map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(timeless)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    )
    .sort();
}

/** A cell that says when the delete ran, which is not the same time for both. The rows themselves are of another year. */
function timeless([name, value]: [string, CellValue]): [string, CellValue] {
  const day = new Date().toISOString().slice(0, 10);
  return [name, typeof value === "string" && value.startsWith(`${day} `) ? "now" : value];
}
