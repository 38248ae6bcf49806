import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The Python virtual environments with the real SQLModel and SQLAlchemy that the oracle tests compare with.
 *
 * Run as a script (`node scripts/oracleEnvironment.ts`) it makes them under `.cache/oracle/`, or finds them already made
 * and returns at once. An environment is rebuilt when its requirements file in `test-fixtures/oracle/` changes.
 */

/** SQLAlchemy's minor version. "2.0" also holds SQLModel's newest release, which does not accept 2.1. */
export type OracleVersion = "2.0" | "2.1";

export const oracleVersions: readonly OracleVersion[] = ["2.0", "2.1"];

const root = join(import.meta.dirname, "..");

/** The Python interpreter of one environment. Throws, saying what to run, where it has not been made. */
export function oraclePython(version: OracleVersion): string {
  const python = interpreter(version);
  if (!existsSync(python)) {
    throw new Error(`the Python environment with SQLAlchemy ${version} is missing: run \`npm run test:oracle\``);
  }
  return python;
}

/**
 * Where the models lie that the packages' own documentation shows: `docs_src` of SQLModel, `examples` of SQLAlchemy. They
 * come with the source distributions only.
 */
export const tutorials = join(root, ".cache", "oracle", "tutorials");

/**
 * Makes the environments and fetches the tutorials, where they are missing or out of date. Throws an `Error` whose message
 * is one line for people.
 */
export function prepareOracleEnvironments(): void {
  for (const version of oracleVersions) {
    if (!isReady(version)) make(version);
  }
  for (const name of ["sqlmodel", "sqlalchemy"]) fetchTutorial(name);
}

/** Unpacks the source distribution of the version that is installed. */
function fetchTutorial(name: string): void {
  const pin = new RegExp(`^${name}==(.*)$`, "im").exec(readFileSync(requirements("2.0"), "utf8"))?.[1];
  const release = `${name}-${pin}`;
  if (existsSync(join(tutorials, release))) return;
  console.log(`oracle: fetching the sources of ${name} ${pin} into .cache/ (once)`);
  const download = join(tutorials, "download");
  mkdirSync(download, { recursive: true });
  const options = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-binary", ":all:"];
  // pip looks at what it downloads; SQLAlchemy would compile its extensions for that.
  const environment = { ...process.env, DISABLE_SQLALCHEMY_CEXT: "1" };
  const arguments_ = ["-m", "pip", "download", ...options, "--dest", download, `${name}==${pin}`];
  run(interpreter("2.0"), arguments_, `pip could not download the sources of ${name} ${pin}`, environment);
  const archive = join(download, `${release}.tar.gz`);
  run(interpreter("2.0"), ["-m", "tarfile", "--extract", archive, download], `${archive} could not be unpacked`);
  renameSync(join(download, release), join(tutorials, release));
}

function directory(version: OracleVersion): string {
  return join(root, ".cache", "oracle", `sqlalchemy-${version}`);
}

function interpreter(version: OracleVersion): string {
  return process.platform === "win32"
    ? join(directory(version), "Scripts", "python.exe")
    : join(directory(version), "bin", "python");
}

function requirements(version: OracleVersion): string {
  return join(root, "test-fixtures", "oracle", `requirements-${version}.txt`);
}

/** Written last, so that an interrupted installation is never taken for a complete one. */
function stamp(version: OracleVersion): string {
  return join(directory(version), "installed.txt");
}

function isReady(version: OracleVersion): boolean {
  return (
    existsSync(stamp(version)) &&
    existsSync(interpreter(version)) &&
    readFileSync(stamp(version), "utf8") === readFileSync(requirements(version), "utf8")
  );
}

function make(version: OracleVersion): void {
  console.log(`oracle: installing SQLAlchemy ${version} for Python into .cache/ (once)`);
  rmSync(directory(version), { recursive: true, force: true });
  mkdirSync(directory(version), { recursive: true });
  const base = process.env.ONDELETE_PYTHON ?? "python3";
  run(
    base,
    ["-m", "venv", directory(version)],
    `\`${base} -m venv\` failed (Python 3.10 or newer with venv is needed)`,
  );
  const options = ["--quiet", "--disable-pip-version-check", "--no-input", "--only-binary", ":all:"];
  run(
    interpreter(version),
    ["-m", "pip", "install", ...options, "-r", requirements(version)],
    `pip could not install requirements-${version}.txt`,
  );
  writeFileSync(stamp(version), readFileSync(requirements(version)));
}

function run(command: string, args: readonly string[], failure: string, env = process.env): void {
  try {
    execFileSync(command, args, { stdio: ["ignore", "pipe", "pipe"], encoding: "utf8", env });
  } catch (error) {
    throw new Error(`${failure}: ${lastLine(error)}`);
  }
}

/** What the failed command said last, or, where it could not be started, why. */
function lastLine(error: unknown): string {
  const { stdout, stderr, message } = error as { stdout?: string; stderr?: string; message?: string };
  const lines = `${stdout ?? ""}\n${stderr ?? ""}`.split("\n").filter((line) => line.trim() !== "");
  return lines.at(-1)?.trim() ?? message ?? String(error);
}

if (import.meta.main) {
  try {
    prepareOracleEnvironments();
  } catch (error) {
    console.error(`oracle: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
