import { type DeletePath, deletePaths } from "../../deletes/outcome.ts";
import { type DeletePreview, type Happening, type PreviewRow, withoutCondition } from "./deletePreview.ts";
import type { Block, RichText } from "./richText.ts";

/** A hover is short and scrolls; more rows than this help nobody. */
const rowLimit = 12;

/** Wider headings would make narrow columns wrap; what is deleted, the reader has under the mouse. */
const headingLimit = 24;

/** The table of the three paths, and below it how many rows were left out. Nothing where there are no rows. */
export function deleteTable(preview: DeletePreview): readonly Block[] {
  if (preview.rows.length === 0) return [];
  const shown = preview.rows.slice(0, rowLimit);
  const left = preview.rows.length - shown.length;
  const table: Block = {
    kind: "table",
    table: {
      head: [["Child rows"], ...deletePaths.map((path) => heading(preview, path))],
      rows: shown.map((row) => tableRow(preview, row)),
    },
  };
  return left === 0 ? [table] : [table, { kind: "paragraph", text: [`… and ${left} more.`] }];
}

function heading(preview: DeletePreview, path: DeletePath): RichText {
  if (path === "ormLoaded") return ["… children loaded"];
  const statement = withoutCondition(preview.statements[path]);
  const shortened = path === "sql" ? "DELETE FROM …" : "session.delete(…)";
  return [{ code: statement.length > headingLimit ? shortened : statement }];
}

function tableRow(preview: DeletePreview, row: PreviewRow): readonly RichText[] {
  return [[{ code: rowName(preview, row) }], ...deletePaths.map((path) => cell(preview, row, path))];
}

/** The table, or `table.column` where several of its foreign keys are concerned. Short, so that the columns fit. */
function rowName(preview: DeletePreview, row: PreviewRow): string {
  if (preview.rows.filter(({ child }) => child === row.child).length === 1) return row.child;
  const [columns = row.foreignKey] = row.foreignKey.split(" -> ");
  return columns;
}

function cell(preview: DeletePreview, row: PreviewRow, path: DeletePath): RichText {
  const error = preview.errors[path];
  if (error !== null && (error.foreignKey === row.foreignKey || error.foreignKey === null))
    return [{ strong: "fails" }];
  const happenings = row.happenings[path];
  if (error !== null || happenings.length === 0) return ["–"];
  const [only] = happenings;
  if (happenings.length === 1 && only !== undefined) return [inWords(only)];
  return [happenings.map((happening) => `${happening.rows} ${inWords(happening)}`).join(", ")];
}

/** What happened, and who did it: the ORM with statements of its own, or the database by ON DELETE. */
function inWords({ outcome, by }: Happening): string {
  const agent = by === "orm" ? "(ORM)" : "(database)";
  switch (outcome) {
    case "deleted":
      return `deleted ${agent}`;
    case "nulled":
      return `set NULL ${agent}`;
    case "defaulted":
      return `set default ${agent}`;
    case "blocked":
      return "refused";
    case "dangling":
      return "left dangling";
    case "untouched":
      return "kept";
  }
}
