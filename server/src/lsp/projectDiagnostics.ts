import type { Diagnostic } from "vscode-languageserver/node";
import { diagnosticsOf } from "./diagnostic.ts";
import type { Session } from "./session.ts";

/** The diagnostics of every file that has some, open or not, configuration files included; by path. */
export function projectDiagnostics(session: Session): ReadonlyMap<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const analysis of session.workspace.analyses()) {
    for (const { location } of analysis.findings) {
      if (byFile.has(location.file)) continue;
      byFile.set(location.file, diagnosticsOf(session, analysis, location.file));
    }
  }
  return byFile;
}
