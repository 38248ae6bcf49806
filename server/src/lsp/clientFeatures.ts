import type { InitializeParams } from "vscode-languageserver/node";
import { choosePositionEncoding, type PositionEncoding } from "./positionEncoding.ts";

/** What this client can do, as far as the server asks; read once from `initialize`. */
export interface ClientFeatures {
  readonly positionEncoding: PositionEncoding;
  /** It asks for diagnostics itself; otherwise they are published. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** It hands `data` of a diagnostic back with code action requests. */
  readonly diagnosticData: boolean;
  readonly hoverFormat: "markdown" | "plaintext";
  /** It understands code action objects; older clients know only commands, for which this server has no use. */
  readonly codeActionLiterals: boolean;
  /** It asks for the edit of a code action only when that action is chosen. */
  readonly resolvesEdits: boolean;
  /** It takes edits that say which version of a document they belong to. */
  readonly versionedEdits: boolean;
  readonly watchesFiles: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly showsDocuments: boolean;
  /** The client's own command that shows the page of a rule, null where it has none. */
  readonly showRuleCommand: string | null;
}

/** Reads the capabilities leniently: whatever is missing or of another shape counts as absent. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { textDocument, workspace, window, general } = params.capabilities;
  const codeAction = textDocument?.codeAction;
  // A client that pulls may say what a diagnostic can carry in either place.
  const diagnostics = { ...textDocument?.publishDiagnostics, ...textDocument?.diagnostic };
  return {
    positionEncoding: choosePositionEncoding(general?.positionEncodings),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics.relatedInformation === true,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    diagnosticData: diagnostics.dataSupport === true,
    hoverFormat: textDocument?.hover?.contentFormat?.includes("markdown") === true ? "markdown" : "plaintext",
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("edit") === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
    showRuleCommand: showRuleCommandOf(params.initializationOptions),
  };
}

function showRuleCommandOf(options: unknown): string | null {
  if (typeof options !== "object" || options === null || !("showRuleCommand" in options)) return null;
  return typeof options.showRuleCommand === "string" ? options.showRuleCommand : null;
}
