import { statSync } from "node:fs";
import type { Dialect } from "../deletes/impact.ts";
import { absolutePath, isInside } from "../workspace/filePath.ts";
import type { ProjectAnalysis } from "../workspace/projectAnalysis.ts";
import { systemErrorText } from "../workspace/sourceText.ts";
import { Workspace, type WorkspaceOptions } from "../workspace/workspace.ts";
import type { Arguments } from "./commandLine.ts";
import { type Output, RunProblem } from "./output.ts";
import { shownPath } from "./shownPath.ts";

/** What a command was asked to look at. */
export interface Targets {
  readonly workspace: Workspace;
  readonly projects: readonly ProjectAnalysis[];
  /** Whether a file was asked for, rather than read because models in a file that was asked for need it. */
  readonly includes: (file: string) => boolean;
  /** The Python files that were asked for. */
  readonly files: readonly string[];
}

/** Reads and analyses what the arguments name. Throws `RunProblem` for a path or a configuration that cannot be read. */
export function readTargets(paths: readonly string[], options: WorkspaceOptions, output: Output): Targets {
  const targets = (paths.length === 0 ? ["."] : paths).map(existing);
  const workspace = new Workspace(targets, {
    ...options,
    home: absolutePath("."),
    readsAround: true,
    log: (message) => output.complain(`ondelete: ${message}\n`),
  });
  const includes = (file: string) => targets.some((target) => isInside(target, file));
  const files = workspace.files().filter(includes);
  for (const { path, text, failure } of workspace.configurationFiles()) {
    if (failure === null) continue;
    const line = text.slice(0, failure.start).split("\n").length;
    throw new RunProblem(`${shownPath(path)}:${line}: ${failure.message}`);
  }
  return { workspace, projects: workspace.analyses(), includes, files };
}

/** What the command line says about configuration, for commands that judge nothing. */
export function configurationOptions(given: Arguments): Required<Pick<WorkspaceOptions, "only" | "overrides">> {
  const config = given.text("config");
  const dialect = given.text("dialect") as Dialect | null;
  return {
    only: config === null ? null : { path: absolutePath(config), folder: absolutePath(".") },
    overrides: dialect === null ? {} : { dialect },
  };
}

function existing(path: string): string {
  const absolute = absolutePath(path);
  try {
    statSync(absolute);
    return absolute;
  } catch (error) {
    throw new RunProblem(`${path}: ${systemErrorText(error)}`);
  }
}
