import { applyChanges } from "../../src/fixes/applyChanges.ts";
import { applyTextEdits } from "../../src/fixes/applyTextEdits.ts";
import type { Change } from "../../src/fixes/fix.ts";
import { pathTo, readSource } from "../../src/fixes/source.ts";
import type { DeclarationCall, Location } from "../../src/models/schema/keys.ts";
import { readModule } from "../../src/python/reader.ts";

const file = "models.py";

const callees: Readonly<Record<string, string>> = {
  Relationship: "sqlmodel.Relationship",
  Field: "sqlmodel.Field",
  ForeignKey: "sqlalchemy.ForeignKey",
  Column: "sqlalchemy.Column",
  mapped_column: "sqlalchemy.orm.mapped_column",
};

/** The text after the changes, or null where there is no safe edit. */
export function fixed(text: string, ...changes: readonly Change[]): string | null {
  const source = readSource(file, text);
  const edits = applyChanges(changes, (wanted) => (wanted === file ? source : null));
  return edits && applyTextEdits(text, edits);
}

/** The first call in `text` that starts with `beginning`. */
export function call(text: string, beginning: string): DeclarationCall {
  const start = text.indexOf(beginning);
  const node = pathTo(readModule(text), { start, end: start + 1 }).find(
    (each) => each.start === start && each.kind === "call",
  );
  if (start < 0 || !node) throw new Error(`no call ${beginning}`);
  const name = beginning.slice(0, beginning.indexOf("("));
  return { file, start, end: node.end, callee: callees[name] ?? `sqlalchemy.orm.${name}` };
}

/** The first place of `part` in `text`. */
export function place(text: string, part: string): Location {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`no ${part}`);
  return { file, start, end: start + part.length };
}
