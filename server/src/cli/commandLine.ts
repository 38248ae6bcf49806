import { type ParseArgsConfig, parseArgs } from "node:util";
import { RunProblem } from "./output.ts";

/** One option of a command: how it is parsed, and its line in the help. */
interface Option {
  readonly type: "string" | "boolean";
  /** What stands for the value in the help: `FILE`, `text|json`. */
  readonly value?: string;
  /** The only values that are right. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly multiple?: true;
  readonly short?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** After `ondelete check`: `[PATH…]`. */
  readonly synopsis: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Further paragraphs of the help. */
  readonly details: string;
}

export interface Arguments {
  readonly paths: readonly string[];
  readonly text: (option: string) => string | null;
  /** All values of an option that may be given several times, comma-separated ones split. */
  readonly list: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
}

const HELP_OPTION: Option = { type: "boolean", short: "h", help: "Show this help" };

/** Reads the arguments after the name of a command; throws `RunProblem` for wrong usage. */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const options = { ...command.options, help: HELP_OPTION };
  const { values, positionals } = parse(command, options, args);
  for (const [name, { choices }] of Object.entries(options)) {
    const value = values[name];
    if (choices === undefined || typeof value !== "string" || choices.includes(value)) continue;
    throw new RunProblem(`--${name} must be one of ${choices.join(", ")}, not "${value}"`);
  }
  return {
    paths: positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === "string" ? value : null;
    },
    list: (option) => {
      const value = values[option];
      const given = Array.isArray(value) ? value : value === undefined ? [] : [value];
      return given
        .flatMap((each) => String(each).split(","))
        .map((each) => each.trim())
        .filter((each) => each !== "");
    },
    has: (option) => values[option] === true,
  };
}

function parse(command: Command, options: Readonly<Record<string, Option>>, args: readonly string[]) {
  const config: NonNullable<ParseArgsConfig["options"]> = {};
  for (const [name, { type, multiple, short }] of Object.entries(options)) {
    config[name] = { type, ...(multiple && { multiple }), ...(short !== undefined && { short }) };
  }
  try {
    return parseArgs({ args: [...args], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(". ", 1)[0] ?? error.message) : String(error);
    throw new RunProblem(
      `${reason.replace(/^./, (first) => first.toLowerCase())}; see ondelete ${command.name} --help`,
    );
  }
}

/** The help of one command, as printed. */
export function helpText(command: Command): string {
  const options = Object.entries({ ...command.options, help: HELP_OPTION }).map(([name, option]) => {
    const value = option.value ?? option.choices?.join("|");
    const short = option.short === undefined ? "" : `-${option.short}, `;
    return [`${short}--${name}${value === undefined ? "" : ` ${value}`}`, option.help] as const;
  });
  const lines = options.map(([flag, help]) =>
    flag.length > 24 ? `  ${flag}\n  ${" ".repeat(26)}${help}` : `  ${flag.padEnd(26)}${help}`,
  );
  const usage = `Usage: ondelete ${command.name}${command.synopsis === "" ? "" : ` ${command.synopsis}`}`;
  const details = command.details === "" ? "" : `\n${command.details}\n`;
  return `${command.summary}.\n\n${usage}\n\nOptions:\n${lines.join("\n")}\n${details}`;
}
