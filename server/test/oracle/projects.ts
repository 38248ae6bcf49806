import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type OracleVersion, tutorials } from "../../../scripts/oracleEnvironment.ts";
import type { Files } from "./oracleProcess.ts";

const fixtures = join(import.meta.dirname, "../../../test-fixtures");

/** A project on disk that the real packages can load. */
export interface FixtureProject {
  /** `seed/blog`, `sqlmodel-tables/default_name`, … */
  readonly name: string;
  readonly topic: string;
  readonly files: Files;
}

/** The seed's patterns and the sample project. */
export function seedProjects(): FixtureProject[] {
  const seeds = join(fixtures, "seed");
  const folders = readdirSync(seeds).map((name) => ({ name: `seed/${name}`, folder: join(seeds, name) }));
  return [...folders, { name: "sample", folder: join(fixtures, "sample") }].map(({ name, folder }) => ({
    name,
    topic: "seed",
    files: pythonFiles(folder),
  }));
}

/** The small modules of `test-fixtures/oracle/modules/`: a folder for each topic, in it a file or a folder for each idea. */
export function moduleProjects(): FixtureProject[] {
  const modules = join(fixtures, "oracle/modules");
  return readdirSync(modules).flatMap((topic) =>
    readdirSync(join(modules, topic)).map((entry) => {
      const path = join(modules, topic, entry);
      const name = `${topic}/${entry.replace(/\.py$/, "")}`;
      const files = statSync(path).isDirectory() ? pythonFiles(path) : { [entry]: readFileSync(path, "utf8") };
      return { name, topic, files };
    }),
  );
}

/**
 * The models that the documentation of SQLModel and SQLAlchemy shows, each module by itself, or with its folder where it
 * imports from there. Lies inside packages, as the modules import each other.
 */
export function tutorialProjects(): FixtureProject[] {
  const roots = readdirSync(tutorials).flatMap((release) =>
    ["docs_src", "examples"].map((name) => join(tutorials, release, name)).filter((root) => existsSync(root)),
  );
  return roots.flatMap((root) => {
    const all = pythonFiles(root);
    return Object.entries(all)
      .filter(([path]) => !path.endsWith("__init__.py"))
      .map(([path, text]) => {
        const folder = dirname(path);
        const beside = Object.entries(all).filter(([other]) => dirname(other) === folder);
        const chosen = /^\s*from \.+/m.test(text) ? beside : [[path, text] as const];
        return { name: `${basename(root)}/${path}`, topic: basename(root), files: inPackages(basename(root), chosen) };
      });
  });
}

function inPackages(root: string, files: readonly (readonly [string, string])[]): Files {
  const placed = new Map(files.map(([path, text]) => [`${root}/${path}`, text]));
  for (const path of [...placed.keys()]) {
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
      const initial = `${folder}/__init__.py`;
      if (!placed.has(initial)) placed.set(initial, "");
    }
  }
  return Object.fromEntries([...placed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The projects whose imports the environment of a version can satisfy: only that of 2.0 has more than SQLAlchemy. */
export function loadableWith(version: OracleVersion, projects: readonly FixtureProject[]): FixtureProject[] {
  if (version === "2.0") return [...projects];
  const needsMore =
    /^\s*(?:from|import) (?:sqlmodel|flask_sqlalchemy|fastapi_users|advanced_alchemy|pydantic|fastapi)/m;
  return projects.filter(({ files }) => !Object.values(files).some((text) => needsMore.test(text)));
}

/** The Python files below a folder in the order in which the oracle imports them. */
function pythonFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".py"))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
