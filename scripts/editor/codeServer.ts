/** Starts and stops a code-server of its own: own home, own settings, loopback only. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { eventually } from "./eventually.ts";
import type { Editor } from "./install.ts";

export interface CodeServer {
  /** The workbench with a folder and one of its files open. */
  readonly urlOf: (folder: string, file: string) => string;
  /** Where installed extensions are. */
  readonly extensions: string;
  readonly stop: () => Promise<void>;
}

const settings = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "telemetry.telemetryLevel": "off",
  "files.autoSave": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "editor.minimap.enabled": false,
  "editor.hover.delay": 50,
  "editor.accessibilitySupport": "off",
};

/** `scratch` is an empty folder for all that the server writes; `vsix` is installed before it starts. */
export async function startCodeServer(editor: Editor, scratch: string, vsix: string): Promise<CodeServer> {
  const user = join(scratch, "data", "User");
  mkdirSync(user, { recursive: true });
  mkdirSync(join(scratch, "home"), { recursive: true });
  writeFileSync(join(user, "settings.json"), JSON.stringify(settings));
  const extensions = join(scratch, "extensions");
  const folders = ["--user-data-dir", join(scratch, "data"), "--extensions-dir", extensions];
  const own = [editor.entry, ...folders, "--config", join(scratch, "config.yaml")];
  const env = { ...process.env, HOME: join(scratch, "home"), EXTENSIONS_GALLERY: "{}" };
  // The log has much to say about native modules that are left out on purpose.
  const log = openSync(join(scratch, "code-server.log"), "w");
  const install = [...own, "--install-extension", vsix];
  const installed = execFileSync(process.execPath, install, { env, encoding: "utf8", stdio: ["ignore", "pipe", log] });
  if (!installed.includes("successfully installed")) throw new Error(`VS Code did not install ${vsix}: ${installed}`);

  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const flags = ["--auth", "none", "--bind-addr", address, "--disable-telemetry", "--disable-update-check"];
  const quiet = ["--disable-workspace-trust", "--disable-getting-started-override", "--ignore-last-opened"];
  const server = spawn(process.execPath, [...own, ...flags, ...quiet], {
    env,
    detached: true,
    stdio: ["ignore", log, log],
  });
  await eventually("code-server answers", async () => (await fetch(`http://${address}/healthz`)).ok);
  return {
    urlOf: (folder, file) => {
      const payload = JSON.stringify([["openFile", `vscode-remote://${address}${join(folder, file)}`]]);
      return `http://${address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`;
    },
    extensions,
    stop: () => stop(server),
  };
}

/** code-server starts further processes; they are of its group. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const exited = once(server, "exit");
  process.kill(-server.pid, "SIGTERM");
  const forced = setTimeout(() => server.pid !== undefined && process.kill(-server.pid, "SIGKILL"), 5_000);
  await exited;
  clearTimeout(forced);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port on 127.0.0.1");
  return address.port;
}
