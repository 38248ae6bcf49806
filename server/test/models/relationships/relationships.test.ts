import { describe, expect, test } from "vitest";
import { dumpRelationships, schemaOf } from "./specification.ts";
import { allSpecifications } from "./specifications/all.ts";

for (const [subject, specifications] of Object.entries(allSpecifications)) {
  describe(subject, () => {
    test.each(specifications.map((specification) => [specification.title, specification] as const))(
      "%s",
      (_title, { models, expected }) => {
        expect(dumpRelationships(schemaOf(models))).toEqual(expected);
      },
    );
  });
}
