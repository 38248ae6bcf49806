import type { Connection } from "vscode-languageserver/node";
import { LineIndex } from "../workspace/lineIndex.ts";
import type { ProjectAnalysis } from "../workspace/projectAnalysis.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import type { OpenDocuments } from "./openDocuments.ts";
import type { RulePages } from "./rulePages.ts";

/** What one client and this server have between them: what every request handler is given. */
export interface Session {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly workspace: Workspace;
  readonly documents: OpenDocuments;
  readonly rulePages: RulePages;
  /** The lines of a file as that analysis, or for an open document the client, sees it; null where there is no text. */
  readonly linesOf: (analysis: ProjectAnalysis, path: string) => LineIndex | null;
}

export function createSession(parts: Omit<Session, "linesOf">): Session {
  const onDisk = new Map<string, LineIndex>();
  const linesOf = (analysis: ProjectAnalysis, path: string): LineIndex | null => {
    const open = parts.documents.get(path);
    if (open !== null) return open.lines;
    const text = analysis.text(path);
    if (text === null) return null;
    const known = onDisk.get(path);
    if (known !== undefined && known.text === text) return known;
    const lines = new LineIndex(text);
    onDisk.set(path, lines);
    return lines;
  };
  return { ...parts, linesOf };
}
