/**
 * Real PostgreSQL and MariaDB servers for the length of a test run: own data folder, a Unix socket in it, no network port.
 * The programs are Debian's packages `postgresql` and `mariadb-server`.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A running server. `url` is SQLAlchemy's, of a database that tests may empty. */
export interface DatabaseServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts PostgreSQL; throws where its programs are not installed or it does not come up. */
export async function startPostgresql(): Promise<DatabaseServer> {
  const binaries = dirname(installed(globSync("/usr/lib/postgresql/*/bin/postgres").at(-1), "postgresql"));
  const folder = mkdtempSync(join(tmpdir(), "ondelete-postgresql-"));
  const data = join(folder, "data");
  chmodSync(folder, 0o755);
  mkdirSync(data);
  // PostgreSQL refuses to run as root; its package brings a user for it.
  const asUser = process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
  if (asUser.length > 0) execFileSync("chown", ["-R", "postgres", folder]);
  const run = (program: string, args: readonly string[]) => [...asUser, join(binaries, program), ...args];
  quietly(run("initdb", ["-D", data, "-U", "ondelete", "-A", "trust", "-E", "UTF8", "--no-sync"]));
  const options = [
    "-D",
    data,
    "-k",
    folder,
    "-c",
    "listen_addresses=",
    "-c",
    "fsync=off",
    "-c",
    "synchronous_commit=off",
  ];
  const server = start(run("postgres", options));
  await ready(() => spawnSync(join(binaries, "pg_isready"), ["-h", folder], { stdio: "ignore" }).status === 0, server);
  const url = `postgresql+psycopg://ondelete@/postgres?host=${folder}`;
  return { url, stop: () => stop(server, folder) };
}

/** Starts MariaDB; throws where its programs are not installed or it does not come up. */
export async function startMariadb(): Promise<DatabaseServer> {
  const binary = installed(["/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd"].find(existsSync), "mariadb-server");
  const folder = mkdtempSync(join(tmpdir(), "ondelete-mariadb-"));
  const data = join(folder, "data");
  const socket = join(folder, "socket");
  const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
  quietly([
    "mariadb-install-db",
    "--no-defaults",
    `--datadir=${data}`,
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    ...asRoot,
  ]);
  const server = start([
    binary,
    "--no-defaults",
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, "pid")}`,
    "--skip-networking",
    "--innodb-flush-log-at-trx-commit=0",
    "--character-set-server=utf8mb4",
    ...asRoot,
  ]);
  const client = ["--no-defaults", `--socket=${socket}`, "-u", "root", "-e"];
  await ready(() => spawnSync("mariadb", [...client, "SELECT 1"], { stdio: "ignore" }).status === 0, server);
  execFileSync("mariadb", [...client, "CREATE DATABASE ondelete"]);
  return { url: `mysql+pymysql://root@/ondelete?unix_socket=${socket}`, stop: () => stop(server, folder) };
}

function installed(program: string | undefined, debianPackage: string): string {
  if (program === undefined) throw new Error(`${debianPackage} is not installed: apt-get install ${debianPackage}`);
  return program;
}

function quietly([program = "", ...args]: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

function start([program = "", ...args]: readonly string[]): ChildProcess {
  return spawn(program, args, { stdio: "ignore" });
}

async function ready(answers: () => boolean, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (answers()) return;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${server.spawnargs.join(" ")} did not come up`);
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  if (server.exitCode === null) {
    server.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
