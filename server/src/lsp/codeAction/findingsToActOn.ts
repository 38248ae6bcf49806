import type { CodeActionParams, Diagnostic } from "vscode-languageserver/node";
import type { Finding } from "../../rules/rule.ts";
import { type FindingIdentity, identify, readDiagnosticData, sameFinding } from "../findingIdentity.ts";
import { offsetAt } from "../positionEncoding.ts";
import type { Session } from "../session.ts";

export interface ActionTarget {
  readonly finding: Finding;
  readonly identity: FindingIdentity;
  /** The client's diagnostic for it, null where the client sent none. */
  readonly diagnostic: Diagnostic | null;
}

/**
 * The findings of a file that a code action request is about: those whose diagnostics the client sent along, and those
 * that its range touches. Always the current ones: a diagnostic whose finding is gone has no actions.
 */
export function findingsToActOn(session: Session, path: string, params: CodeActionParams): readonly ActionTarget[] {
  const analysis = session.workspace.analysis(path);
  const findings = analysis.findingsIn(path);
  const identities = identify(findings);
  const lines = session.linesOf(analysis, path);
  if (lines === null) return [];
  const start = offsetAt(lines, params.range.start, session.client.positionEncoding);
  const end = offsetAt(lines, params.range.end, session.client.positionEncoding);
  return findings.flatMap((finding, index) => {
    const identity = identities[index];
    if (identity === undefined) return [];
    const diagnostic = params.context.diagnostics.find((candidate) => isAbout(candidate, identity)) ?? null;
    const touched = finding.location.start <= end && start <= finding.location.end;
    return diagnostic !== null || touched ? [{ finding, identity, diagnostic }] : [];
  });
}

function isAbout(diagnostic: Diagnostic, identity: FindingIdentity): boolean {
  const data = readDiagnosticData(diagnostic.data);
  return data !== null && sameFinding(data.finding, identity);
}
