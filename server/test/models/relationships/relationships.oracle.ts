import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { oraclePython, oracleVersions } from "../../../../scripts/oracleEnvironment.ts";
import { type RelationshipFacts, relationshipLine, type Specification } from "./specification.ts";
import { allSpecifications } from "./specifications/all.ts";

/** What the worker in `test-fixtures/oracle/` says of a project, as far as it is compared here. */
interface Inspected {
  readonly failure: { readonly phase: string; readonly exception: string; readonly message: string } | null;
  readonly warnings: readonly { readonly exception: string; readonly message: string }[];
  readonly classes: readonly {
    readonly class: string;
    readonly relationships: readonly RelationshipFacts[] | null;
  }[];
}

const worker = join(import.meta.dirname, "../../../../test-fixtures/oracle/worker.py");

describe.each(oracleVersions)("SQLAlchemy %s", (version) => {
  for (const [subject, specifications] of Object.entries(allSpecifications)) {
    // SQLModel does not accept SQLAlchemy 2.1 yet.
    if (version !== "2.0" && subject.startsWith("SQLModel")) continue;
    const known = specifications.filter(
      ({ expected, only }) => (only ?? version) === version && !expected.some((line) => line.startsWith("? ")),
    );
    if (known.length === 0) continue;
    test(subject, () => {
      const answers = inspect(
        oraclePython(version),
        known.map(({ models }) => models),
      );
      for (const [index, specification] of known.entries()) {
        const answer = answers[index];
        expect.soft(answer && real(answer, version), specification.title).toEqual(stated(specification, version));
      }
    });
  }
});

/** Asks once for all modules; each is imported in a process of its own. */
function inspect(python: string, modules: readonly string[]): readonly Inspected[] {
  const requests = modules.map((text, id) => JSON.stringify({ id, kind: "inspect", files: { "models.py": text } }));
  const output = execFileSync(python, [worker], {
    input: `${requests.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const answers: Inspected[] = [];
  for (const line of output.trim().split("\n")) {
    const { id, result, crash } = JSON.parse(line) as { id: number; result?: Inspected; crash?: string };
    if (result === undefined) throw new Error(crash ?? "the oracle gave no answer");
    answers[id] = result;
  }
  return answers;
}

/** What the specification states, without rule names, and without what real packages do not say. */
function stated({ expected }: Specification, version: string): readonly string[] {
  const failure = expected.find((line) => line.startsWith("! "));
  if (failure !== undefined) return [inVersion(failure.replace(/^! \S+ \S+ /, "! "), version)];
  const warnings = expected.filter((line) => line.startsWith("~ ")).map((line) => line.replace(/^~ \S+ \S+ /, "~ "));
  return [...expected.filter((line) => /^\w/.test(line)), ...warnings.sort()];
}

/** SQLAlchemy 2.1 leaves out a few words. */
function inVersion(failure: string, version: string): string {
  return version === "2.0" ? failure : failure.replace(/\("name '(\w+)' is not defined"\)/, "('$1')");
}

function real({ failure, warnings, classes }: Inspected, version: string): readonly string[] {
  if (failure !== null && failure.phase !== "ddl") {
    const message = failure.exception === "RecursionError" ? "maximum recursion depth exceeded" : failure.message;
    return [inVersion(`! ${failure.phase} ${failure.exception}: ${message}`, version)];
  }
  const sorted = [...classes].sort((a, b) => (a.class < b.class ? -1 : 1));
  return [
    ...sorted.flatMap((mapped) => (mapped.relationships ?? []).map((each) => relationshipLine(mapped.class, each))),
    ...warnings
      .filter(({ exception }) => exception === "SAWarning")
      .map(({ exception, message }) => `~ ${exception}: ${message}`)
      .sort(),
  ];
}
