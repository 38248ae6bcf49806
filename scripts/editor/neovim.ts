/**
 * The server under Neovim's own client, which speaks another dialect than VS Code's: it is sent diagnostics instead of
 * asking for them, and registers nothing later.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { installPackages, onPath } from "./install.ts";

/** Runs in Neovim: opens the file, waits for diagnostics and a hover, and writes both down as JSON. */
const script = `
local started = vim.lsp.start_client({ name = "ondelete", cmd = vim.json.decode(vim.env.ONDELETE_SERVER), root_dir = vim.fn.getcwd() })
vim.cmd("edit studio/models/members.py")
vim.lsp.buf_attach_client(0, started)
local function diagnostics() return vim.diagnostic.get(0) end
assert(vim.wait(60000, function() return #diagnostics() > 0 end, 50), "no diagnostics")
local line = vim.fn.search("^class Member(") - 1
local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = 6 } }
local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", params, 60000)
local result = { diagnostics = diagnostics(), hover = answers[started].result.contents }
vim.fn.writefile({ vim.json.encode(result) }, vim.env.ONDELETE_RESULT)
vim.cmd("qall!")
`;

interface Seen {
  readonly diagnostics: readonly { readonly code?: string; readonly lnum: number; readonly message: string }[];
  readonly hover: { readonly kind: string; readonly value: string };
}

export async function testNeovim(root: string, sample: string): Promise<void> {
  if (onPath("nvim") === null) installPackages(["neovim"]);
  const scriptFile = join(sample, "neovim.lua");
  const resultFile = join(sample, "neovim.json");
  writeFileSync(scriptFile, script);
  const env = {
    ...process.env,
    HOME: sample,
    ONDELETE_SERVER: JSON.stringify([process.execPath, join(root, "dist", "cli.js"), "server", "--stdio"]),
    ONDELETE_RESULT: resultFile,
  };
  // `cquit` is reached only where the script has failed; without it Neovim would stay.
  execFileSync("nvim", ["--clean", "--headless", "-c", `luafile ${scriptFile}`, "-c", "cquit"], {
    cwd: sample,
    env,
    timeout: 120_000,
    stdio: "inherit",
  });
  const { default: seen } = (await import(resultFile, { with: { type: "json" } })) as { readonly default: Seen };
  assert.deepEqual(
    seen.diagnostics.map(({ code }) => code),
    ["cascade-defeated"],
  );
  assert.match(seen.hover.value, /session\.delete\(member\)` \*\*fails\*\* while `booking` rows reference it/);
}
