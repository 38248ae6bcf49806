import type { Statement } from "../python/syntax.ts";
import type { Fact, Presence } from "./fact.ts";

type Import = Extract<Statement, { readonly kind: "import" | "importFrom" }>;

/** What an import statement binds: a fact for each name, or for a star. */
export function importFacts(statement: Import, when: Presence): readonly Fact[] {
  const { start, end } = statement;
  if (statement.kind === "import") {
    return statement.names.map(({ module, alias }) => {
      const top = module.split(".", 1)[0] ?? module;
      const [name, bound] = alias === null ? [top, top] : [alias.name, module];
      return { kind: "import", name, module: bound, level: 0, imported: null, loads: module, when, start, end };
    });
  }
  const { module, level } = statement;
  return statement.names.map(({ name, alias }) =>
    name.name === "*"
      ? { kind: "starImport", module, level, when, start, end }
      : {
          kind: "import",
          name: (alias ?? name).name,
          module,
          level,
          imported: name.name,
          loads: module,
          when,
          start,
          end,
        },
  );
}
