/**
 * `npm run test:editor`: the packaged extension in the real VS Code workbench, and the server in Neovim. Opens the sample
 * project, sees its problems, reads a hover, applies a quick fix and finds the change on disk. Screenshots of what was
 * there to see are left in `test-output/editor/`.
 */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCodeServer } from "./codeServer.ts";
import { installEditor } from "./install.ts";
import { checkInstalledFiles } from "./installedFiles.ts";
import { testNeovim } from "./neovim.ts";
import { checkTokens } from "./tokens.ts";
import { tourOfTheWorkbench } from "./tourOfTheWorkbench.ts";
import { openWorkbench, screenshot } from "./workbench.ts";

const root = join(import.meta.dirname, "..", "..");
const pictures = join(root, "test-output", "editor");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };

const editor = installEditor(join(root, ".cache", "editor"));
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "ondelete-editor-")));
try {
  step("the grammar marks cascade options and referential actions");
  await checkTokens(editor.vscode, root);
  step("Neovim shows the problems and the hover");
  await testNeovim(root, copyOfSample("neovim"));
  const sample = copyOfSample("vscode");
  step("VS Code installs the extension and starts");
  const server = await startCodeServer(editor, scratch, join(root, `ondelete-${version}.vsix`));
  try {
    checkInstalledFiles(server.extensions, root);
    const { page, close } = await openWorkbench(editor.chromium, server.urlOf(sample, "studio/models/members.py"));
    try {
      await tourOfTheWorkbench(page, sample, pictures, step);
    } catch (error) {
      await screenshot(page, pictures, "failure");
      throw error;
    } finally {
      await close();
    }
  } finally {
    await server.stop();
  }
  console.log(`done; pictures are in ${pictures}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function copyOfSample(name: string): string {
  const folder = join(scratch, name);
  cpSync(join(root, "test-fixtures", "sample"), folder, { recursive: true });
  return folder;
}

function step(what: string): void {
  console.log(`${process.uptime().toFixed(1).padStart(6)} s  ${what}`);
}
