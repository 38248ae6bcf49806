/** What an installed package consists of: all that runs or is read, and nothing else. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const kinds: readonly RegExp[] = [
  // VS Code renames the first three and adds its own manifest.
  /^(readme\.md|changelog\.md|LICENSE\.txt|package\.json|\.vsixmanifest)$/i,
  /^images\/icon\.png$/,
  /^syntaxes\/ondelete\.injection\.tmLanguage\.json$/,
  /^docs\/rules\/[A-Za-z-]+\.md$/,
  /^dist\/(extension\.cjs|(cli|server)\.js|bundle\/(cli|server)\.cjs|package\.json)$/,
  /^dist\/prebuilds\/(linux|linuxmusl|darwin|win32)-(x64|arm64)\.node$/,
];

/** Throws with what is missing or too much. `extensions` is the folder where VS Code keeps what it installed. */
export function checkInstalledFiles(extensions: string, root: string): void {
  const [name] = readdirSync(extensions).filter((entry) => entry.startsWith("ondelete."));
  assert.ok(name !== undefined, `nothing of ours in ${extensions}`);
  const folder = join(extensions, name);
  const installed = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  assert.deepEqual(
    installed.filter((path) => !kinds.some((kind) => kind.test(path))),
    [],
    "the package contains more than what runs",
  );
  const pages = readdirSync(join(root, "docs", "rules")).map((page) => `docs/rules/${page}`);
  const binaries = readdirSync(join(root, "node_modules", "better-sqlite3", "prebuilds"));
  const wanted = [
    ...namedIn(join(root, "package.json")),
    ...pages,
    ...binaries.map((file) => `dist/prebuilds/${file}`),
  ];
  assert.deepEqual(
    wanted.filter((path) => !installed.includes(path)),
    [],
    "the package lacks files",
  );
}

function namedIn(manifest: string): readonly string[] {
  const { main, icon, contributes } = JSON.parse(readFileSync(manifest, "utf8"));
  const grammars: readonly { readonly path: string }[] = contributes.grammars;
  return ["./dist/server.js", main, icon, ...grammars.map(({ path }) => path)].map((path) => path.replace(/^\.\//, ""));
}
