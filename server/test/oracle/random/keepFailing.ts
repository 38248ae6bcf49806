import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Files } from "../oracleProcess.ts";

const root = join(import.meta.dirname, "../../../..");

/**
 * Writes a failing project among the fixtures, so that every later run compares it, and gives where. It stays there once
 * its cause is mended, under a name that says what it was.
 */
export function keepFailing(name: string, files: Files): string {
  const folder = join(root, "test-fixtures/oracle/modules/kept", name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return relative(root, folder);
}
