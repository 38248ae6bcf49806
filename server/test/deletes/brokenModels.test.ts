import { expect, test } from "vitest";
import { groundworkOf } from "../../src/deletes/groundwork.ts";
import type { Dialect } from "../../src/deletes/impact.ts";
import { previewOn } from "../../src/deletes/preview.ts";
import { openDatabase } from "../../src/deletes/throwaway/database.ts";
import { schemaOfFiles } from "../oracle/compareSchema.ts";
import { moduleProjects } from "../oracle/projects.ts";
import { edited, oneOf, pseudoRandom } from "../workspace/randomEdits.ts";

const EDITED = 800;
const dialects: readonly Dialect[] = ["sqlite", "postgresql", "mysql", "mssql", "oracle"];

/** Whether SQLite could not read a statement, for a reason that is not a text of the models. */
function isUnreadable(reason: string, models: string): boolean {
  const word = /^near "(.*)": syntax error$/.exec(reason)?.[1];
  return word === undefined ? /incomplete input|no such table/.test(reason) : !models.includes(word);
}

test("whatever is typed into models, every class has a preview whose statements SQLite can read", async () => {
  const random = pseudoRandom(20_261_124);
  const projects = moduleProjects();
  const opened = await openDatabase();
  if (!opened.ok) throw new Error(opened.reason);
  const unreadable: string[] = [];
  let previews = 0;
  for (let count = 0; count < EDITED; count++) {
    const { name, files } = oneOf(projects, random);
    const typed = Object.entries(files).map(([path, text]) => [path, edited(edited(text, random), random)] as const);
    const schema = schemaOfFiles(Object.fromEntries(typed));
    const models = typed.map(([, text]) => text).join("\n");
    const groundwork = groundworkOf(schema, { dialect: oneOf(dialects, random) });
    for (const key of schema.classes.keys()) {
      const preview = previewOn(groundwork, key, {}, opened.database);
      previews++;
      for (const [path, { error }] of Object.entries(preview?.paths ?? {})) {
        if (error === null || !isUnreadable(error.reason, models)) continue;
        unreadable.push(`${name}, ${key}, ${path}: ${error.reason}\n${models}`);
      }
    }
  }
  opened.database.close();
  expect(unreadable.slice(0, 3)).toEqual([]);
  expect(previews).toBeGreaterThan(EDITED);
}, 120_000);
