import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver/node";
import { diagnosticsOf, resultIdOf } from "./diagnostic.ts";
import { pathOfUri } from "./fileUri.ts";
import type { Session } from "./session.ts";

/** Answers `textDocument/diagnostic`: the diagnostics of one document, or that they are as they were. */
export function documentDiagnostic(session: Session, params: DocumentDiagnosticParams): DocumentDiagnosticReport {
  const path = pathOfUri(params.textDocument.uri);
  const items = path === null ? [] : diagnosticsOf(session, session.workspace.analysis(path), path);
  const resultId = resultIdOf(items);
  return resultId === params.previousResultId ? { kind: "unchanged", resultId } : { kind: "full", resultId, items };
}
