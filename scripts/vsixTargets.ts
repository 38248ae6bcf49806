/** VS Code's names of platforms → better-sqlite3's names of binaries. */
export const prebuilds: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "alpine-x64": "linuxmusl-x64",
  "alpine-arm64": "linuxmusl-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "win32-x64",
  "win32-arm64": "win32-arm64",
};

const every = "!dist/prebuilds/*.node";

/**
 * The text of `.vscodeignore` for one platform. What a line with `!` brings in, no other line takes out again, wherever
 * it stands: so the line for all binaries gives way to one for a single one.
 */
export function ignoreFileFor(target: string, ignoreFile: string): string {
  if (!ignoreFile.includes(every)) throw new Error(`.vscodeignore has no line ${every}`);
  return ignoreFile.replace(every, `!dist/prebuilds/${prebuilds[target]}.node`);
}
