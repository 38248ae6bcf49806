import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds what ships before the tests run: those of the command line and of the server start the bundles that users start. */
export default function buildOnce(): void {
  const root = join(import.meta.dirname, "../..");
  const { status } = spawnSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("esbuild.mjs failed");
}
