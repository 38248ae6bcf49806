/**
 * Bundles what ships into `dist/`: the extension (CommonJS, as the extension host wants it), the language server and the
 * command line, each without node_modules, with the SQLite binaries of every platform in `dist/prebuilds/`.
 */
import { chmod, copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = import.meta.dirname;
const dist = join(root, "dist");

/** @type {import("esbuild").BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "cjs",
  legalComments: "none",
  minifySyntax: true,
  minifyWhitespace: true,
  define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" },
  logLevel: "warning",
};

/** The command line starts the server's own bundle, so that no other command loads the server. */
const besideTheServer = {
  name: "beside the server",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/lsp\/main\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./server.cjs", external: true } : null,
    ),
};

async function copyPrebuilds() {
  const from = join(dirname(fileURLToPath(import.meta.resolve("better-sqlite3/package.json"))), "prebuilds");
  const to = join(dist, "prebuilds");
  await mkdir(to, { recursive: true });
  await Promise.all((await readdir(from)).map((name) => copyFile(join(from, name), join(to, name))));
}

async function copyLauncher(name) {
  const path = join(dist, `${name}.js`);
  await copyFile(join(root, "server/launcher.cjs"), path);
  await chmod(path, 0o755);
}

async function bundle() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await Promise.all([
    build({
      ...shared,
      target: "node22",
      entryPoints: ["client/src/extension.ts"],
      outfile: "dist/extension.cjs",
      external: ["vscode"],
    }),
    build({
      ...shared,
      // Not 22: on an older Node the command line must still start, to say in a sentence what is missing.
      target: "node20",
      entryPoints: { server: "server/src/lsp/main.ts", cli: "server/src/cli/main.ts" },
      outdir: "dist/bundle",
      outExtension: { ".js": ".cjs" },
      plugins: [besideTheServer],
    }),
    copyPrebuilds(),
    copyLauncher("server"),
    copyLauncher("cli"),
    // The package is "type": "module"; what is bundled is not.
    writeFile(join(dist, "package.json"), '{ "type": "commonjs" }\n'),
  ]);
}

try {
  await bundle();
} catch (error) {
  // What is wrong in the sources, esbuild has said already.
  if (!("errors" in error)) throw error;
  process.exitCode = 1;
}
