import type { Hover, HoverParams } from "vscode-languageserver/node";
import { protocolLocation } from "./diagnostic.ts";
import { pathOfUri } from "./fileUri.ts";
import { hoverContent } from "./hover/hoverContent.ts";
import { toMarkdown } from "./hover/markdown.ts";
import { toPlaintext } from "./hover/plaintext.ts";
import { offsetAt } from "./positionEncoding.ts";
import type { Session } from "./session.ts";

/** Answers `textDocument/hover`; null where nothing stands that a delete is about. */
export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const path = pathOfUri(textDocument.uri);
  if (path === null) return null;
  const analysis = session.workspace.analysis(path);
  const lines = session.linesOf(analysis, path);
  if (lines === null) return null;
  const declaration = analysis.declarationAt(path, offsetAt(lines, position, session.client.positionEncoding));
  if (declaration === null) return null;
  const blocks = await hoverContent(analysis, declaration, session.rulePages);
  const place = protocolLocation(session, analysis, declaration.at);
  if (blocks === null || place === null) return null;
  const contents =
    session.client.hoverFormat === "markdown"
      ? { kind: "markdown" as const, value: toMarkdown(blocks) }
      : { kind: "plaintext" as const, value: toPlaintext(blocks) };
  return { contents, range: place.range };
}
