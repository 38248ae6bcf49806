#!/usr/bin/env node
"use strict";
/**
 * `dist/cli.js` and `dist/server.js`: what people and editors start. Delete previews need Node 22. Where an older Node
 * starts this and the package `node` is installed beside it, as in a checkout, that newer Node does the work.
 */
const { existsSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");

const OLDEST_WITH_PREVIEWS = 22;

/** The path of the Node that the npm package `node` brought, or null. */
function installedNode() {
  try {
    const directory = dirname(require.resolve("node/package.json"));
    const path = join(directory, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Ends as the other process ends, and passes on what this one is told. */
function runWith(node) {
  // Loaded only here: it would cost every start a few milliseconds.
  const { spawn } = require("node:child_process");
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", run);
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function run() {
  require(`./bundle/${basename(__filename, ".js")}.cjs`);
}

// A client that forked this talks over a channel that cannot be handed on.
const old = Number.parseInt(process.versions.node, 10) < OLDEST_WITH_PREVIEWS && process.send === undefined;
const newer = old ? installedNode() : null;
if (newer === null) run();
else runWith(newer);
