import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/workspace/catalogue.ts";
import { type Example, readPage } from "./page.ts";

const folder = resolve(import.meta.dirname, "../../../docs/rules");

/** What a rule is about exists in SQLModel only, so plain SQLAlchemy can but look like it. */
const sqlModelOnly = new Set(["relationship-in-base", "sqlmodel-table-inheritance"]);

/** Its findings stand in TOML, whatever the models look like. */
const withoutModels = new Set(["invalid-configuration"]);

/** Columns without `mapped_column`, the other side in a `backref`, Core tables, aliases, imperative mappings, Flask. */
const awkward =
  /= (?:sa\.|db\.)?Column\(|declarative_base|backref|\bTable\(|\bAnnotated\b|declared_attr|map_imperatively|sa_column|sa_relationship|db\.|Query\b|\.query\b/;

/** A class that may be mapped, or a delete. */
const lookAlike = /^class \w+\((?!DeclarativeBase)|^ .*\bdelete\(/gm;

/** SQLAlchemy 2.0's own style. */
const declarative = /\bMapped\[/;

describe.each(catalogue.map(({ name }) => name).filter((name) => !withoutModels.has(name)))(
  "the page of %s",
  (rule) => {
    const examples = readPage(readFileSync(join(folder, `${rule}.md`), "utf8")).examples.filter(({ fix }) => !fix);
    const places = examples.flatMap((example) =>
      example.expectations.filter((each) => each.rule === rule).map(() => textOf(example)),
    );
    const silent = examples.filter(({ expectations }) => !expectations.some((each) => each.rule === rule));

    test("shows the defect at least twice in SQLModel", () => {
      expect(places.filter((text) => /\bSQLModel\b/.test(text)).length).toBeGreaterThanOrEqual(2);
    });

    test.skipIf(sqlModelOnly.has(rule))("shows it in the style of SQLAlchemy 2.0, and in an older or rarer one", () => {
      expect(places.filter((text) => declarative.test(text)).length).toBeGreaterThanOrEqual(1);
      expect(places.filter((text) => awkward.test(text)).length).toBeGreaterThanOrEqual(1);
    });

    test("shows at least three classes or deletes that look like it and are none", () => {
      const lookAlikes = silent.flatMap((example) => [...textOf(example).matchAll(lookAlike)]);
      expect(lookAlikes.length).toBeGreaterThanOrEqual(3);
    });

    test("shows more than one file", () => {
      expect(examples.some(({ files }) => [...files.keys()].filter((file) => file.endsWith(".py")).length > 1)).toBe(
        true,
      );
    });
  },
);

function textOf({ files }: Example): string {
  return [...files.values()].join("\n");
}
