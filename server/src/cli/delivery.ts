import { writeFileSync } from "node:fs";
import { absolutePath } from "../workspace/filePath.ts";
import { systemErrorText } from "../workspace/sourceText.ts";
import type { Arguments } from "./commandLine.ts";
import { type Output, RunProblem } from "./output.ts";

/** Writes a result to the file that `--output` names, else to standard output. */
export function deliver(text: string, given: Arguments, output: Output): void {
  const file = given.text("output");
  if (file === null) output.write(text);
  else writeOrFail(absolutePath(file), text, file);
}

/** Whether the result goes to a terminal that shows colour. */
export function wantsColour(given: Arguments, output: Output): boolean {
  return output.colour && given.text("output") === null;
}

/** Writes a file; `shown` is how the user named it. */
export function writeOrFail(path: string, text: string, shown: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new RunProblem(`${shown}: ${systemErrorText(error)}`);
  }
}
