import { type DeletePath, deletePaths } from "../../deletes/outcome.ts";
import { type DeletePreview, type PreviewRow, withoutCondition } from "./deletePreview.ts";
import { enumerate, type RichText } from "./richText.ts";

/** One short sentence: does the delete fail, does its result depend on the path, or what does every path do. */
export function verdict(preview: DeletePreview): RichText {
  if (preview.unusable !== null) {
    const { kind, reason } = preview.unusable;
    return [{ code: preview.parent }, " ", { strong: "cannot be used" }, ": ", { code: kind }, `, ${sentence(reason)}`];
  }
  const failing = deletePaths.filter((path) => preview.errors[path] !== null);
  if (failing.length > 0) return failure(preview, failing);
  if (preview.rows.length === 0) {
    return ["Nothing references ", { code: preview.table }, ": a delete changes no other table."];
  }
  const differing = preview.rows.filter(
    ({ happenings }) => new Set(deletePaths.map((path) => gist(happenings[path]))).size > 1,
  );
  if (differing.length > 0) {
    return ["What becomes of ", ...children(differing, "and"), " rows ", { strong: "depends on the path" }, "."];
  }
  return ["Every path ", ...agreement(preview.rows), "."];
}

function failure(preview: DeletePreview, failing: readonly DeletePath[]): RichText {
  const errors = failing.flatMap((path) => preview.errors[path] ?? []);
  const culprits = preview.rows.filter((row) => errors.some(({ foreignKey }) => foreignKey === row.foreignKey));
  const condition: RichText =
    culprits.length === 0 ? [] : [" while ", ...children(culprits, "or"), " rows reference it"];
  const kinds = [...new Set(errors.map(({ kind }) => kind))];
  const reasons = [...new Set(errors.filter(({ kind }) => kind === kinds[0]).map(({ reason }) => reason))];
  const reason: RichText = [": ", { code: kinds[0] ?? "" }, `, ${sentence(reasons.join(" or "))}`];
  return [...subject(preview, failing), ...condition, ...reason];
}

function subject(preview: DeletePreview, failing: readonly DeletePath[]): RichText {
  if (failing.length === deletePaths.length)
    return [{ code: preview.parent }, " rows ", { strong: "cannot be deleted" }];
  const fails = { strong: "fails" };
  const [only] = failing.length === 1 ? failing : [];
  if (only === "sql") return [{ code: withoutCondition(preview.statements.sql) }, " ", fails];
  const loading = only === undefined ? " " : ` ${only === "orm" ? "without" : "with"} the children loaded `;
  return [{ code: preview.statements.orm }, loading, fails];
}

/** What happened without who did it and to how many rows: what must be equal for two paths to agree. */
function gist(happenings: PreviewRow["happenings"][DeletePath]): string {
  return [...new Set(happenings.map(({ outcome }) => outcome))].sort().join();
}

function agreement(rows: readonly PreviewRow[]): RichText {
  const phrases = new Map<string, PreviewRow[]>();
  for (const row of rows) {
    const phrase =
      row.happenings.sql.map(({ outcome }) => outcome).find((outcome) => outcome !== "untouched") ?? "untouched";
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), row]);
  }
  return [...phrases].flatMap(([outcome, group], index) => {
    const separator = index === 0 ? "" : ", ";
    const { before, after } = wording[outcome as keyof typeof wording];
    return [separator, { strong: before }, " ", ...children(group, "and"), after];
  });
}

const wording = {
  deleted: { before: "deletes", after: " rows" },
  nulled: { before: "keeps", after: " rows with NULL" },
  defaulted: { before: "keeps", after: " rows with the default" },
  blocked: { before: "refuses for", after: " rows" },
  dangling: { before: "leaves", after: " rows dangling" },
  untouched: { before: "keeps", after: " rows as they are" },
} as const;

const namedChildren = 2;

function children(rows: readonly PreviewRow[], conjunction: "and" | "or"): RichText {
  const names = [...new Set(rows.map(({ child }) => child))];
  const shown = names.slice(0, namedChildren).map((name) => ({ code: name }));
  const left = names.length - shown.length;
  return left === 0 ? enumerate(shown, conjunction) : enumerate([...shown, `${left} more tables'`], conjunction);
}

/** The first sentence of an error; SQLAlchemy goes on with advice. */
function sentence(text: string): string {
  const [first = text] = text.split(/(?<=[^.][.!?])\s/);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
