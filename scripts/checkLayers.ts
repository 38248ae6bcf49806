/**
 * Checks the one structural law of the code: imports point down the layers, and only named files touch the world.
 * Prints each offending import as `file:line` and exits 1.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const source = join(root, "server/src");

/** Lowest first. A layer may import itself and what stands before it. `lsp` and `cli` are neighbours: neither imports the other but for the server's entry. */
const layers = ["python", "models", "deletes", "fixes", "rules", "workspace", "lsp", "cli"] as const;
const pure = new Set(["python", "models", "deletes", "fixes", "rules"]);

/** Files that alone may import a package or a Node module, relative to `server/src`. */
const packageOwners: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^better-sqlite3/, /^deletes\/throwaway\/database\.ts$/, "better-sqlite3 belongs to deletes/throwaway/database.ts"],
  [/^vscode-(languageserver|jsonrpc)/, /^lsp\//, "the protocol belongs to lsp/"],
  [/^vscode-uri/, /^lsp\//, "URIs belong to lsp/"],
  [/^node:(fs|child_process|http|https|net|os|worker_threads)/, /^(workspace|cli|lsp)\//, "the core does no I/O"],
  [/^(smol-toml|ignore)$/, /^workspace\//, "files and configuration belong to workspace/"],
];

const importPattern =
  /^\s*(?:import|export)\b[^"';]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function layerOf(path: string): number {
  return layers.indexOf(relative(source, path).split(/[\\/]/)[0] as (typeof layers)[number]);
}

function objection(file: string, specifier: string): string | null {
  const name = relative(source, file).replaceAll("\\", "/");
  const own = layerOf(file);
  if (!specifier.startsWith(".")) {
    const owner = packageOwners.find(([pattern, allowed]) => pattern.test(specifier) && !allowed.test(name));
    if (owner !== undefined) return owner[2];
    const isNode = specifier.startsWith("node:");
    const allowedInCore = name === "deletes/throwaway/database.ts";
    if (pure.has(layers[own] ?? "") && isNode && !allowedInCore) return "the core imports nothing from Node";
    return null;
  }
  const target = layerOf(resolve(dirname(file), specifier));
  if (target === -1) return `"${specifier}" leaves server/src`;
  if (target > own) return `${layers[own]} must not import ${layers[target]}`;
  const serverEntry = /^\.\.\/lsp\/main\.ts$/.test(specifier) && name.startsWith("cli/");
  if (layers[own] === "cli" && layers[target] === "lsp" && !serverEntry) return "cli must not import lsp";
  return null;
}

const objections = typescriptFiles(source).flatMap((file) => {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(importPattern)].flatMap((match) => {
    const reason = objection(file, match[1] ?? match[2] ?? match[3] ?? "");
    if (reason === null) return [];
    const line = text.slice(0, match.index).split("\n").length;
    return [`${relative(root, file)}:${line}: ${reason}`];
  });
});

for (const line of objections) console.error(line);
if (objections.length > 0) process.exitCode = 1;
