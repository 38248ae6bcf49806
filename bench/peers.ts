import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** What the product is measured beside: the linter people already run, and Python importing the same models. */
export interface Peers {
  readonly ruff: string;
  readonly python: string;
}

/** Makes the environment with the peers under `.cache/` on first use (needs `python3` and PyPI); later runs reuse it. */
export function installPeers(): Peers {
  const environment = join(root, ".cache", "bench-peers");
  const peers = { ruff: join(environment, "bin", "ruff"), python: join(environment, "bin", "python") };
  if (!existsSync(peers.ruff)) {
    mkdirSync(environment, { recursive: true });
    execFileSync("python3", ["-m", "venv", environment], { stdio: "inherit" });
    execFileSync(peers.python, ["-m", "pip", "install", "-q", "ruff==0.17.6", "sqlmodel==0.0.50", "sqlalchemy<2.1"], {
      stdio: "inherit",
    });
  }
  return peers;
}
