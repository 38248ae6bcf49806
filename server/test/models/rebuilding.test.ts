import { expect, test } from "vitest";
import { buildSchema } from "../../src/models/buildSchema.ts";
import { type FileFacts, readFileFacts } from "../../src/models/fileFacts.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import { SteadyMap } from "../../src/models/steadyMap.ts";
import { readModule } from "../../src/python/reader.ts";
import { moduleProjects } from "../oracle/projects.ts";

/** Edits per run; the sequence is the same every time. */
const PROJECTS = 120;
const EDITS = 3;

/** Numbers from 0 to 1 that look random (the "minimal standard" generator). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Cuts some text out, doubles some, or swaps two lines: what typing leaves behind. */
function damaged(text: string, random: () => number): string {
  const from = Math.floor(random() * text.length);
  const to = Math.min(text.length, from + Math.floor(random() * 30));
  const kind = random();
  if (kind < 0.4) return text.slice(0, from) + text.slice(to);
  if (kind < 0.6) return text.slice(0, to) + text.slice(from);
  const lines = text.split("\n");
  const [moved = ""] = lines.splice(Math.floor(random() * lines.length), 1);
  lines.splice(Math.floor(random() * lines.length), 0, moved);
  return lines.join("\n");
}

function serialised(schema: Schema): string {
  return JSON.stringify(schema, (_, value: unknown) =>
    value instanceof Map || value instanceof SteadyMap ? [...value] : value,
  );
}

test("a build that keeps what it can comes out like one from scratch, whatever was typed", () => {
  const random = pseudoRandom(20_260_101);
  const projects = moduleProjects();
  for (let round = 0; round < PROJECTS; round++) {
    const project = projects[Math.floor(random() * projects.length)];
    if (project === undefined) continue;
    const texts = new Map(Object.entries(project.files));
    const facts = new Map<string, FileFacts>();
    for (const [file, text] of texts) facts.set(file, readFileFacts(file, text, readModule(text)));
    let built = buildSchema([...facts.values()]);
    for (let edit = 0; edit < EDITS; edit++) {
      const file = [...texts.keys()][Math.floor(random() * texts.size)] ?? "";
      const text = damaged(texts.get(file) ?? "", random);
      texts.set(file, text);
      facts.set(file, readFileFacts(file, text, readModule(text)));
      built = buildSchema([...facts.values()], built);
      expect(serialised(built.schema), `${project.name}:\n${text}`).toBe(
        serialised(buildSchema([...facts.values()]).schema),
      );
    }
  }
});
