import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { catalogue } from "../../src/workspace/catalogue.ts";
import { configurationKeys, defaultConfiguration } from "../../src/workspace/configurationKeys.ts";
import { configurationReference, fileSchema, settingsSchema } from "../../src/workspace/configurationSchema.ts";
import { readConfigurationValues } from "../../src/workspace/configurationValues.ts";
import { ruleNamesOf } from "../../src/workspace/ruleSelection.ts";

const root = resolve(import.meta.dirname, "../../..");
const names = ruleNamesOf(catalogue);

test("the example and the default of every key are right", () => {
  for (const { name, field, example } of configurationKeys) {
    const { values, problems } = readConfigurationValues(parse(example), "name", names);
    expect({ name, problems, fields: Object.keys(values) }).toEqual({ name, problems: [], fields: [field] });
  }
  const settings = readConfigurationValues({ ...defaultConfiguration }, "field", names);
  expect(settings.problems).toEqual([]);
});

test("the settings of the editor, the file's schema and the documentation say the same as the keys", () => {
  const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));
  const settings = JSON.parse(JSON.stringify(settingsSchema(catalogue)));
  expect(manifest.contributes.configuration.properties).toMatchObject(settings);
  const schema = JSON.parse(readFileSync(resolve(root, "docs/ondelete.schema.json"), "utf8"));
  expect(schema).toEqual(JSON.parse(JSON.stringify(fileSchema(catalogue))));
  expect(readFileSync(resolve(root, "docs/configuration.md"), "utf8")).toContain(configurationReference());
});

test("a schema allows exactly the keys that are read", () => {
  expect(fileSchema(catalogue)).toMatchObject({
    additionalProperties: false,
    properties: Object.fromEntries(configurationKeys.map(({ name }) => [name, expect.anything()])),
  });
  expect(Object.keys(settingsSchema(catalogue))).toEqual(configurationKeys.map(({ field }) => `ondelete.${field}`));
});
