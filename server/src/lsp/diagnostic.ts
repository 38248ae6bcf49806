import { createHash } from "node:crypto";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location as ProtocolLocation,
} from "vscode-languageserver/node";
import type { Location } from "../models/schema/keys.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import type { ProjectAnalysis } from "../workspace/projectAnalysis.ts";
import { type DiagnosticData, type FindingIdentity, identify } from "./findingIdentity.ts";
import { rangeOf } from "./positionEncoding.ts";
import type { Session } from "./session.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of one file, in the order of its findings; none for a file that cannot be read. */
export function diagnosticsOf(session: Session, analysis: ProjectAnalysis, file: string): Diagnostic[] {
  const findings = analysis.findingsIn(file);
  const identities = identify(findings);
  return findings.flatMap((finding, index) => diagnosticOf(session, analysis, finding, identities[index]) ?? []);
}

/**
 * Names diagnostics by their content, so that "unchanged" needs no memory of what was sent and survives a restart of the
 * server.
 */
export function resultIdOf(items: readonly Diagnostic[]): string {
  return createHash("sha1").update(JSON.stringify(items)).digest("base64url");
}

function diagnosticOf(
  session: Session,
  analysis: ProjectAnalysis,
  finding: Finding,
  identity: FindingIdentity | undefined,
): Diagnostic | null {
  const place = protocolLocation(session, analysis, finding.location);
  if (place === null || identity === undefined) return null;
  const { client } = session;
  const href = session.rulePages.hrefOf(finding.rule);
  const related = relatedInformation(session, analysis, finding);
  const data: DiagnosticData = {
    finding: identity,
    fixes: finding.fixes.map(({ title, safety }) => ({ title, safety })),
  };
  return {
    range: place.range,
    severity: severities[finding.severity],
    source: "ondelete",
    code: finding.rule,
    ...(client.codeDescription && href !== null && { codeDescription: { href } }),
    message: finding.message,
    ...(client.relatedInformation && related.length > 0 && { relatedInformation: related }),
    ...(client.diagnosticData && { data }),
  };
}

function relatedInformation(
  session: Session,
  analysis: ProjectAnalysis,
  finding: Finding,
): DiagnosticRelatedInformation[] {
  return finding.related.flatMap((related) => {
    const location = protocolLocation(session, analysis, related);
    return location === null ? [] : [{ location, message: related.message }];
  });
}

/** Null where the file cannot be read any more. */
export function protocolLocation(
  session: Session,
  analysis: ProjectAnalysis,
  location: Location,
): ProtocolLocation | null {
  const lines = session.linesOf(analysis, location.file);
  if (lines === null) return null;
  return {
    uri: session.documents.uriOf(location.file),
    range: rangeOf(lines, location, session.client.positionEncoding),
  };
}
