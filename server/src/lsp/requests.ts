import type { DocumentDiagnosticReport } from "vscode-languageserver/node";
import { type Answering, answer } from "./answer.ts";
import type { Changes } from "./changes.ts";
import { codeAction } from "./codeAction.ts";
import { codeActionResolve } from "./codeActionResolve.ts";
import { documentDiagnostic } from "./documentDiagnostic.ts";
import { executeCommand } from "./executeCommand.ts";
import { hover } from "./hover.ts";

const noDiagnostics: DocumentDiagnosticReport = { kind: "full", items: [] };

/** Connects each request with the function that answers it. */
export function answerRequests(answering: Answering, changes: Changes): void {
  const { connection } = answering.session;
  const document = (params: { readonly textDocument: { readonly uri: string } }) => params.textDocument.uri;
  connection.onHover(
    answer(answering, { method: "textDocument/hover", subject: document, empty: null, handle: hover }),
  );
  connection.onCodeAction(
    answer(answering, { method: "textDocument/codeAction", subject: document, empty: null, handle: codeAction }),
  );
  connection.onCodeActionResolve((action, token) =>
    answer(answering, {
      method: "codeAction/resolve",
      subject: () => action.title,
      empty: action,
      handle: codeActionResolve,
    })(action, token),
  );
  connection.onExecuteCommand(
    answer(answering, {
      method: "workspace/executeCommand",
      subject: ({ command }) => command,
      empty: null,
      handle: executeCommand,
    }),
  );
  connection.languages.diagnostics.on(
    answer(answering, {
      method: "textDocument/diagnostic",
      subject: document,
      empty: noDiagnostics,
      handle: documentDiagnostic,
    }),
  );
  connection.languages.diagnostics.onWorkspace(async (params, token) => {
    await answering.prepared;
    return changes.workspaceDiagnostics.report(params, token);
  });
}
