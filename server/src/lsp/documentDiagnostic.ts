import { createHash } from "node:crypto";
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver/node";
import { diagnosticsOf } from "./diagnostic.ts";
import { pathOfUri } from "./fileUri.ts";
import type { Session } from "./session.ts";

/** Answers `textDocument/diagnostic`: the diagnostics of one document, or that they are as they were. */
export function documentDiagnostic(session: Session, params: DocumentDiagnosticParams): DocumentDiagnosticReport {
  const path = pathOfUri(params.textDocument.uri);
  const items = path === null ? [] : diagnosticsOf(session, path);
  const resultId = resultIdOf(items);
  return resultId === params.previousResultId ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
}

/**
 * Names a result by its content, so that "unchanged" needs no memory of what was sent and survives a restart of the
 * server.
 */
export function resultIdOf(items: readonly Diagnostic[]): string {
  return createHash("sha1").update(JSON.stringify(items)).digest("base64url");
}
