import type { InitializeParams, WorkspaceFolder, WorkspaceFoldersChangeEvent } from "vscode-languageserver/node";
import { pathOfUri, uriOfPath } from "./fileUri.ts";

/** The folders that the client opened, as paths; older clients name only one, in one of two ways. */
export function initialFolders(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return paths(params.workspaceFolders.map(({ uri }) => uri));
  if (params.rootUri) return paths([params.rootUri]);
  return params.rootPath ? paths([uriOfPath(params.rootPath)]) : [];
}

/** The folders after `workspace/didChangeWorkspaceFolders`. */
export function changedFolders(folders: readonly string[], event: WorkspaceFoldersChangeEvent): readonly string[] {
  const uris = (list: readonly WorkspaceFolder[]) => paths(list.map(({ uri }) => uri));
  const removed = new Set(uris(event.removed));
  return [...new Set([...folders.filter((folder) => !removed.has(folder)), ...uris(event.added)])];
}

function paths(uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => pathOfUri(uri)?.replace(/(?<=[^/:])\/+$/, "") ?? []);
}
