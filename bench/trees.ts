/** Builds the syntax trees of all Python files below a folder and does nothing else: what `floor` in `run.ts` measures. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readModule } from "../server/src/python/reader.ts";

const [folder = "."] = process.argv.slice(2);
let statements = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (path.endsWith(".py")) statements += readModule(readFileSync(join(folder, path), "utf8")).body.length;
}
if (statements === 0) throw new Error("no statement was read: nothing was measured");
