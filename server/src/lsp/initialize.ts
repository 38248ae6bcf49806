import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from "vscode-languageserver/node";
import type { ClientFeatures } from "./clientFeatures.ts";
import { fixAllKind } from "./codeAction/actionKinds.ts";
import { showRuleCommand } from "./executeCommand.ts";

/** Answers `initialize`: what this server offers to a client with these features. */
export function initializeResult(client: ClientFeatures, version: string): InitializeResult {
  return {
    serverInfo: { name: "ondelete", version },
    capabilities: {
      positionEncoding: client.positionEncoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      ...(client.codeActionLiterals && {
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
          resolveProvider: client.resolvesEdits,
        },
      }),
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: "ondelete", interFileDependencies: true, workspaceDiagnostics: true },
      }),
      // A client with a command of its own registers that; two of one purpose would confuse.
      ...(client.showRuleCommand === null &&
        client.showsDocuments && { executeCommandProvider: { commands: [showRuleCommand] } }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
