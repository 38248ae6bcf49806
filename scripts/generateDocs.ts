/**
 * Writes what the rule registry and the configuration keys say into the places that repeat it: the table in
 * `docs/rules/README.md`, the keys in `docs/configuration.md` and `docs/ondelete.schema.json`, and the editor's settings in
 * `package.json`. With `--check` it writes nothing, names what is out of date and exits 1.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { RuleGroup } from "../server/src/rules/rule.ts";
import { catalogue } from "../server/src/workspace/catalogue.ts";
import { configurationReference, fileSchema, settingsSchema } from "../server/src/workspace/configurationSchema.ts";

const root = resolve(import.meta.dirname, "..");
const pages = join(root, "docs/rules");

const groupTitles: Readonly<Record<RuleGroup, string>> = {
  disagreement: "The ORM and the database disagree",
  missing: "Missing or misplaced",
  declaration: "Declarations that fail or are ignored",
  graph: "The graph of foreign keys",
  usage: "Where deletes happen",
  migration: "Migrations",
  suppression: "Suppressions and configuration",
};

/** The generated text of each file that holds some, by path. */
function generatedFiles(): ReadonlyMap<string, string> {
  const readme = join(pages, "README.md");
  const configuration = join(root, "docs/configuration.md");
  return new Map([
    [readme, between(readFileSync(readme, "utf8"), "rules", ruleTables())],
    [configuration, between(readFileSync(configuration, "utf8"), "keys", configurationReference())],
    [join(root, "docs/ondelete.schema.json"), `${JSON.stringify(fileSchema(catalogue), null, 2)}\n`],
    [join(root, "package.json"), manifestWithSettings()],
  ]);
}

/** The manifest with the editor's settings; those of the client itself stay in front. */
function manifestWithSettings(): string {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const settings = manifest.contributes.configuration;
  const own = Object.entries(settings.properties).filter(([name]) => name.startsWith("ondelete.trace."));
  settings.properties = { ...Object.fromEntries(own), ...settingsSchema(catalogue) };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function ruleTables(): string {
  return Object.entries(groupTitles)
    .map(([group, title]) => {
      const rows = catalogue
        .filter((rule) => rule.group === group)
        .map(({ name, severity, summary, enabledByDefault }) => {
          const when = enabledByDefault ? severity : `${severity}, off until configured`;
          return `| [${name}](${name}.md) | ${when} | ${summary} |`;
        });
      return rows.length === 0
        ? ""
        : [`### ${title}`, "", "| rule | severity | what it finds |", "|---|---|---|", ...rows, ""].join("\n");
    })
    .filter((table) => table !== "")
    .join("\n");
}

function between(text: string, name: string, generated: string): string {
  const start = `<!-- ${name} -->\n`;
  const end = `<!-- /${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the markers of "${name}" are missing`);
  return `${text.slice(0, from + start.length)}${generated}${text.slice(to)}`;
}

function main(): void {
  const check = process.argv.includes("--check");
  const missing = catalogue.filter(({ name }) => !existsSync(join(pages, `${name}.md`)));
  for (const { name } of missing) console.error(`docs/rules/${name}.md is missing`);
  const stale = [...generatedFiles()].filter(
    ([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text,
  );
  for (const [path, text] of stale) {
    if (check) console.error(`${relative(root, path)} is out of date: run node scripts/generateDocs.ts`);
    else writeFileSync(path, text);
  }
  if (missing.length > 0 || (check && stale.length > 0)) process.exitCode = 1;
}

main();
