import { readArguments } from "./commandLine.ts";
import { deliver, wantsColour } from "./delivery.ts";
import { EXIT, type ExitCode, type Output } from "./output.ts";
import { schemaCommand } from "./schemaCommand.ts";
import { type SchemaReport, schemaReport } from "./schemaReport.ts";
import { configurationOptions, readTargets } from "./targets.ts";

/** `ondelete schema`. */
export async function schema(args: readonly string[], output: Output): Promise<ExitCode> {
  const given = readArguments(schemaCommand, args);
  const report = schemaReport(readTargets(given.paths, configurationOptions(given), output));
  const text = await formatted(report, given.text("format") ?? "text", wantsColour(given, output));
  deliver(text, given, output);
  return EXIT.clean;
}

async function formatted(report: SchemaReport, format: string, colour: boolean): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./schemaJson.ts")).schemaJson(report);
    case "sql":
      return (await import("./schemaSql.ts")).schemaSql(report);
    case "mermaid":
      return (await import("./schemaMermaid.ts")).schemaMermaid(report);
    default:
      return (await import("./schemaText.ts")).schemaText(report, colour);
  }
}
