import { expect, test } from "vitest";
import { SteadyMap } from "../../src/models/steadyMap.ts";
import { rules } from "../../src/rules/registry.ts";
import { type Analysed, analyse } from "../../src/workspace/analyse.ts";
import { defaultConfiguration } from "../../src/workspace/configurationKeys.ts";
import { readSourceFile } from "../../src/workspace/sourceFile.ts";
import { moduleProjects, seedProjects } from "../oracle/projects.ts";
import { edited, oneOf, pseudoRandom } from "./randomEdits.ts";
import { randomModels } from "./randomModels.ts";

const PROJECTS = 60;
const EDITS = 6;

const random = pseudoRandom(20_260_131);
const dialects = [null, "postgresql", "mysql", "mssql", "oracle"] as const;
const policies = ["agree", "database", "orm", "no-cascade"] as const;

/** Some of the fixtures side by side in one project: they may clash, refer to each other, and come and go. */
function fixturesTogether(): Map<string, string> {
  const all = [...moduleProjects(), ...seedProjects()];
  const files = new Map<string, string>();
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    for (const [path, text] of Object.entries(oneOf(all, random).files)) files.set(`/p/part${count}/${path}`, text);
  }
  return files;
}

function sources(files: ReadonlyMap<string, string>, before: Analysed | null) {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => readSourceFile(path, text, before?.sources.find((source) => source.path === path) ?? null));
}

function serialised({ built: { schema }, linked: { links }, used, results }: Analysed): string {
  const { findings, crashes } = results;
  const plain = (_: string, value: unknown) =>
    value instanceof Map || value instanceof SteadyMap ? [...value] : value;
  return JSON.stringify({ schema, links, usage: used.usage, findings, crashes }, plain, 1);
}

test("an analysis that keeps what it can comes out like one from scratch, whatever was typed", {
  timeout: 600_000,
}, () => {
  for (let round = 0; round < PROJECTS; round++) {
    const values = {
      ...defaultConfiguration,
      dialect: oneOf(dialects, random),
      policy: oneOf(policies, random),
      wideCascade: 2,
    };
    const judgement = { rules, values };
    let files = round % 2 === 0 ? randomModels(random) : fixturesTogether();
    const states = [analyse(sources(files, null), judgement, null)];
    for (let edit = 0; edit < EDITS; edit++) {
      // An edit mostly follows the one before; a fix that is tried out is undone by the next.
      const before = random() < 0.8 ? states.at(-1) : oneOf(states, random);
      if (before === undefined) continue;
      files = new Map(before.sources.map(({ path, text }) => [path, text]));
      const file = oneOf([...files.keys()], random);
      if (random() < 0.07 && files.size > 1) files.delete(file);
      else files.set(file, edited(files.get(file) ?? "", random));
      const after = analyse(sources(files, before), judgement, before);
      states.push(after);
      const anew = analyse(sources(files, null), judgement, null);
      expect(serialised(after), `project ${round}, edit ${edit} in ${file}:\n${files.get(file)}`).toBe(
        serialised(anew),
      );
    }
  }
});
