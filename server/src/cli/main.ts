import { setFlagsFromString } from "node:v8";
import type { Command } from "./commandLine.ts";
import { EXIT, type ExitCode, endWithClosedPipes, failed, type Output, processOutput, RunProblem } from "./output.ts";

interface Entry {
  /** Null for the commands that read their arguments themselves. */
  readonly describe: () => Promise<Command>;
  readonly run: () => Promise<(args: readonly string[], output: Output) => Promise<ExitCode>>;
}

/** Commands are loaded when they are run: the start of the program is part of every run. */
const commands: Readonly<Record<string, Entry>> = {
  check: {
    describe: async () => (await import("./checkCommand.ts")).checkCommand,
    run: async () => (await import("./check.ts")).check,
  },
  impact: {
    describe: async () => (await import("./impactCommand.ts")).impactCommand,
    run: async () => (await import("./impact.ts")).impact,
  },
  schema: {
    describe: async () => (await import("./schemaCommand.ts")).schemaCommand,
    run: async () => (await import("./schema.ts")).schema,
  },
  rules: {
    describe: async () => (await import("./rulesCommand.ts")).rulesCommand,
    run: async () => (await import("./rules.ts")).rules,
  },
  server: {
    describe: async () => (await import("./serverCommand.ts")).serverCommand,
    run: async () => (await import("./server.ts")).server,
  },
};

async function main(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-V") {
    const { version } = await import("./version.ts");
    output.write(`ondelete ${version}\n`);
    return EXIT.clean;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    output.write(await overview());
    return EXIT.clean;
  }
  const entry = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    const what = name === undefined ? "no command given" : `unknown command "${name}"`;
    throw new RunProblem(`${what}; the commands are ${Object.keys(commands).join(", ")} (ondelete --help)`);
  }
  if (asksForHelp(rest)) {
    const { helpText } = await import("./commandLine.ts");
    output.write(helpText(await entry.describe()));
    return EXIT.clean;
  }
  if (name !== "server") optimiseLess();
  return (await entry.run())(rest, output);
}

/**
 * A run is over before V8's second optimising compiler pays: a sixth of the processor time of a check of a thousand
 * models, and still a tenth with ten thousand. Where there is no first one, in Node 20, it is left on.
 */
function optimiseLess(): void {
  if (Number.parseInt(process.versions.node, 10) >= 22) setFlagsFromString("--no-turbofan");
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.some((arg, index) => (arg === "--help" || arg === "-h") && (end < 0 || index < end));
}

async function overview(): Promise<string> {
  const described = await Promise.all(Object.values(commands).map((entry) => entry.describe()));
  const lines = described.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`);
  return `What really happens when a row of your SQLModel and SQLAlchemy models is deleted.

Usage: ondelete COMMAND [ARGUMENT…]

Commands:
${lines.join("\n")}

Options:
  -h, --help     Show this help; after a command, its own
  -V, --version  Show the version
`;
}

endWithClosedPipes();
const output = processOutput();
main(process.argv.slice(2), output).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof RunProblem) {
      process.exitCode = failed(output, error.message);
      return;
    }
    output.complain(`ondelete: internal error\n${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = EXIT.failed;
  },
);
