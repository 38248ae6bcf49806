import { DidChangeConfigurationNotification } from "vscode-languageserver/node";
import type { Changes } from "./changes.ts";
import { fetchSettings, type Settings, sectionOf } from "./configuration.ts";
import type { Containment } from "./containment.ts";
import type { Session } from "./session.ts";
import { watchedFilesChanged, watchFiles } from "./watchedFiles.ts";
import { changedFolders } from "./workspaceFolders.ts";

/** Takes in changes of files on disk, of workspace folders and of settings. */
export function syncWorkspace(
  session: Session,
  settings: Settings,
  changes: Changes,
  containment: Containment,
  initialFolders: readonly string[],
): void {
  const { client, connection, workspace } = session;
  connection.onDidChangeWatchedFiles((params) => {
    containment.run("workspace/didChangeWatchedFiles", params.changes[0]?.uri ?? "no file", () => {
      if (watchedFilesChanged(session, params)) changes.elsewhere();
    });
  });
  connection.onDidChangeConfiguration((params) => {
    const received = client.configuration ? fetchSettings(session) : Promise.resolve(sectionOf(params.settings));
    received
      .then((current) => {
        if (settings.apply(current)) changes.elsewhere();
      })
      .catch((error: unknown) => containment.report("workspace/didChangeConfiguration", "the settings", error));
  });
  if (!client.workspaceFolders) return;
  let folders = initialFolders;
  connection.workspace.onDidChangeWorkspaceFolders((event) => {
    containment.run("workspace/didChangeWorkspaceFolders", event.added[0]?.uri ?? "no folder", () => {
      folders = changedFolders(folders, event);
      workspace.setFolders(folders);
      changes.elsewhere();
    });
  });
}

/** Asks a client that can tell of changes to do so; after `initialized`, when requests to the client are allowed. */
export async function registerForChanges({ client, connection }: Session): Promise<void> {
  if (client.watchesFiles) await watchFiles(connection);
  if (client.configurationChanges) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "ondelete" });
  }
}
