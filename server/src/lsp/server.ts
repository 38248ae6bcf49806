import {
  type Connection,
  createConnection,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { findInstallation } from "../workspace/installation.ts";
import { Workspace } from "../workspace/workspace.ts";
import { type Changes, createChanges } from "./changes.ts";
import { readClientFeatures } from "./clientFeatures.ts";
import { fetchSettings, initialSettings, Settings } from "./configuration.ts";
import { Containment } from "./containment.ts";
import { syncDocuments } from "./documentSync.ts";
import { initializeResult } from "./initialize.ts";
import { initialScan } from "./initialScan.ts";
import { leaveRoom } from "./memory.ts";
import { OpenDocuments } from "./openDocuments.ts";
import { answerRequests } from "./requests.ts";
import { createRulePages } from "./rulePages.ts";
import { createSession, type Session } from "./session.ts";
import { initialFolders } from "./workspaceFolders.ts";
import { registerForChanges, syncWorkspace } from "./workspaceSync.ts";

/**
 * Serves one client until it says `exit` or goes away. How to talk to it is taken from the command line of the process:
 * `--stdio` or `--node-ipc`, as vscode-languageserver reads them.
 */
export function startServer(): void {
  const connection = createConnection();
  const containment = new Containment(connection.console);
  process.on("unhandledRejection", (error) => containment.report("A promise", "nobody in particular", error));
  connection.onInitialize((params) => initialize(connection, containment, params));
  connection.listen();
}

/** Makes the session and installs every handler: none can be called before `initialize` is answered. */
function initialize(connection: Connection, containment: Containment, params: InitializeParams): InitializeResult {
  const client = readClientFeatures(params);
  const installation = findInstallation(import.meta.dirname);
  const folders = initialFolders(params);
  const session = createSession({
    connection,
    client,
    workspace: new Workspace(folders, { log: (message) => connection.console.warn(message) }),
    documents: new OpenDocuments(client.positionEncoding),
    rulePages: createRulePages(installation.rulePages, client.showRuleCommand),
  });
  const changes = createChanges(session, containment);
  const settings = new Settings(session);
  syncDocuments(session, changes, containment);
  syncWorkspace(session, settings, changes, containment, folders);
  const prepared = prepare(session, settings, changes, containment, params);
  answerRequests({ session, containment, prepared }, changes);
  connection.onShutdown(() => session.workspace.close());
  return initializeResult(client, installation.version);
}

/**
 * What happens once the client allows requests to it. Resolves as soon as the settings are known; the first reading of
 * the workspace goes on after that.
 */
function prepare(
  session: Session,
  settings: Settings,
  changes: Changes,
  containment: Containment,
  params: InitializeParams,
): Promise<void> {
  const { client, connection } = session;
  const fail = (error: unknown) => containment.report("initialized", "the workspace", error);
  return new Promise((resolve) => {
    connection.onInitialized(async () => {
      const given = client.configuration ? await fetchSettings(session) : initialSettings(params.initializationOptions);
      containment.run("initialized", "the settings", () => settings.apply(given));
      resolve();
      await registerForChanges(session).catch(fail);
      await initialScan(session).catch(fail);
      leaveRoom();
      changes.inDocument();
      await session.workspace.preparePreviews().catch(fail);
    });
  });
}
