/** Where a command writes. Everything goes through here, so that one place knows about closed pipes and colour. */
export interface Output {
  /** What the user asked for. */
  readonly write: (text: string) => void;
  /** Problems with the run itself. */
  readonly complain: (text: string) => void;
  readonly colour: boolean;
}

/** The exit codes: 0, 1 and 2 as documented for every command. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that the user has to change before the command can run: wrong usage, no such file. One line. */
export class RunProblem extends Error {}

/** One line saying what is wrong and where, and the exit code that goes with it. */
export function failed(output: Output, problem: string): ExitCode {
  output.complain(`ondelete: ${problem.replaceAll(/\s*[\r\n]+\s*/g, " ")}\n`);
  return EXIT.failed;
}

/** The output of this process. */
export function processOutput(): Output {
  return {
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb",
  };
}

/**
 * Ends the process quietly when whoever reads its output has seen enough (`ondelete check | head`). Without this a closed
 * pipe would be an unhandled error.
 */
export function endWithClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }
}
