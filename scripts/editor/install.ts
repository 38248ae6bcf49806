/**
 * Puts a real VS Code workbench and a browser for it on this machine: the npm package `code-server` into a cache folder,
 * once, and the distribution's Chromium.
 */
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

const codeServerVersion = "4.139.1";

export interface Editor {
  /** The script that starts code-server. */
  readonly entry: string;
  /** The VS Code server build inside it. */
  readonly vscode: string;
  readonly chromium: string;
}

/** Installs what is missing; throws with one sentence where it cannot. */
export function installEditor(cache: string): Editor {
  const folder = join(cache, "code-server");
  const installed = join(folder, "node_modules", "code-server");
  const vscode = join(installed, "lib", "vscode");
  const complete = join(folder, `complete-${codeServerVersion}`);
  if (!existsSync(complete)) {
    console.log(`installing code-server ${codeServerVersion} into ${folder}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    npm(folder, ["install", "--ignore-scripts", `code-server@${codeServerVersion}`]);
    // Not `npm ci`: the lock file that the package carries for its own VS Code is out of step with it.
    npm(vscode, ["install", "--omit=dev", "--ignore-scripts"]);
    writeFileSync(complete, "");
  }
  return { entry: join(installed, "out", "node", "entry.js"), vscode, chromium: findChromium() };
}

function npm(cwd: string, options: readonly string[]): void {
  execFileSync("npm", [...options, "--no-audit", "--no-fund", "--loglevel=error"], { cwd, stdio: "inherit" });
}

function findChromium(): string {
  const found = onPath("chromium") ?? onPath("chromium-browser") ?? onPath("google-chrome");
  if (found !== null) return found;
  installPackages(["chromium", "fonts-dejavu-core"]);
  const installed = onPath("chromium");
  if (installed === null) throw new Error("chromium was installed, but is not on the PATH");
  return installed;
}

/** Needs Debian's apt-get and root; throws with a sentence that says what to install where there is neither. */
export function installPackages(names: readonly string[]): void {
  if (onPath("apt-get") === null || process.getuid?.() !== 0) {
    throw new Error(`the editor test needs ${names.join(" and ")}; install them and run it again`);
  }
  console.log(`installing ${names.join(" and ")} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], { stdio: "ignore", env });
}

/** The full path of a program, null where the PATH has none. */
export function onPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (folder !== "" && isExecutable(path)) return path;
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
