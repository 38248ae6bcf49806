import { classNameOf } from "../models/classKey.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { ProjectAnalysis } from "../workspace/projectAnalysis.ts";
import { type Arguments, readArguments } from "./commandLine.ts";
import { deliver, wantsColour } from "./delivery.ts";
import { impactCommand } from "./impactCommand.ts";
import { EXIT, type ExitCode, type Output, RunProblem } from "./output.ts";
import { configurationOptions, readTargets, type Targets } from "./targets.ts";

/** `ondelete impact`. */
export async function impact(args: readonly string[], output: Output): Promise<ExitCode> {
  const given = readArguments(impactCommand, args);
  const name = given.text("model");
  if (name === null) throw new RunProblem("say which model: ondelete impact --model NAME");
  const targets = readTargets(given.paths, configurationOptions(given), output);
  const { project, mapped } = findModel(targets, name);
  deliver(await formatted({ project, mapped }, given, wantsColour(given, output)), given, output);
  targets.workspace.close();
  return EXIT.clean;
}

async function formatted({ project, mapped }: FoundModel, given: Arguments, colour: boolean): Promise<string> {
  const { schema, previewOptions } = project;
  const format = given.text("format");
  if (format === "sql") return (await import("./impactSql.ts")).impactSql(schema, mapped.key, previewOptions);
  const preview = await project.impact(mapped.key);
  if ("problem" in preview) throw new RunProblem(preview.problem);
  if (format === "json") return `${JSON.stringify({ version: 1, ...preview }, null, 1)}\n`;
  if (format === "mermaid") return (await import("./impactMermaid.ts")).impactMermaid(preview);
  return (await import("./impactText.ts")).impactText(preview, schema, colour);
}

interface FoundModel {
  readonly project: ProjectAnalysis;
  readonly mapped: MappedClass;
}

/** The class called `User`, `module.User` or, where it is nested, `Outer.User`; those asked for before those only read. */
function findModel(targets: Targets, name: string): FoundModel {
  const all = targets.projects.flatMap((project) =>
    [...project.schema.classes.values()].map((mapped) => ({ project, mapped })),
  );
  const named = all.filter(({ mapped }) => mapped.name === name || qualifiedNames(mapped).includes(name));
  const asked = named.filter(({ mapped }) => targets.includes(mapped.location.file));
  const found = asked.length > 0 ? asked : named;
  const [first, second] = found;
  if (first === undefined)
    throw new RunProblem(
      unknownModel(
        name,
        all.map(({ mapped }) => mapped.name),
      ),
    );
  if (second !== undefined) {
    const choices = found.map(({ mapped }) => `${mapped.module}.${mapped.name}`);
    throw new RunProblem(`several models are called ${name}: say which of ${choices.join(", ")}`);
  }
  return first;
}

function qualifiedNames({ key, module }: MappedClass): readonly string[] {
  const qualified = classNameOf(key);
  return [qualified, `${module}.${qualified}`, key];
}

const MOST_NAMES = 20;

function unknownModel(name: string, known: readonly string[]): string {
  if (known.length === 0) return `no such model: ${name} (there are no models in these files)`;
  const names = [...new Set(known)].sort();
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return `no such model: ${name} (there are ${shown}${names.length > MOST_NAMES ? ", …" : ""})`;
}
