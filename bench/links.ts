import { buildLinks } from "../server/src/deletes/links/links.ts";
import { buildSchema } from "../server/src/models/buildSchema.ts";
import { readFileFacts } from "../server/src/models/fileFacts.ts";
import { readModule } from "../server/src/python/reader.ts";
import { median, milliseconds, percentile } from "./statistics.ts";
import { syntheticProject } from "./syntheticProject.ts";

/** The closed forms of all foreign keys of 1,000 models, in this process: the first time, and once V8 has compiled them. */
export function links(): void {
  const facts = syntheticProject(1_000).map(({ path, text }) => readFileFacts(path, text, readModule(text)));
  const { schema } = buildSchema(facts);
  const samples = Array.from({ length: 220 }, () => {
    const start = performance.now();
    buildLinks(schema);
    return performance.now() - start;
  });
  const warm = samples.slice(20);
  console.log(
    `links of 1,000 models              first ${milliseconds(samples[0] ?? Number.NaN)}   ` +
      `median ${milliseconds(median(warm))}   p95 ${milliseconds(percentile(warm, 0.95))}`,
  );
}
