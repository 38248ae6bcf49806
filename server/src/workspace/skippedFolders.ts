/**
 * Folders that hold no code of the project whatever git says: version control, virtual environments, caches, build
 * output. The list follows the default `exclude` of ruff, so that both tools look at the same files.
 */
const SKIPPED: ReadonlySet<string> = new Set([
  ".bzr",
  ".direnv",
  ".eggs",
  ".git",
  ".git-rewrite",
  ".hg",
  ".ipynb_checkpoints",
  ".mypy_cache",
  ".nox",
  ".pants.d",
  ".pyenv",
  ".pytest_cache",
  ".pytype",
  ".ruff_cache",
  ".svn",
  ".tox",
  ".venv",
  ".vscode",
  "__pycache__",
  "__pypackages__",
  "_build",
  "buck-out",
  "build",
  "dist",
  "node_modules",
  "site-packages",
  "venv",
]);

/** Whether a folder of this name is left out of every folder that is searched. */
export function isSkippedFolder(name: string): boolean {
  return SKIPPED.has(name);
}

/** The file that every virtual environment has, whatever its folder is called (PEP 405). */
export const VIRTUAL_ENVIRONMENT_FILE = "pyvenv.cfg";
