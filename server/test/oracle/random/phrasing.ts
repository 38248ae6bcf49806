import type { Files } from "../oracleProcess.ts";
import type { ModelSet } from "./modelSet.ts";
import { type ImportStyle, rephraseImports } from "./phraseImports.ts";
import { type Placing, rephrasePlaces } from "./phrasePlaces.ts";
import { rephraseRelationships } from "./phraseRelationships.ts";
import { type BaseStyle, rephraseBase, rephraseClasses, type TableStyle } from "./phraseTables.ts";
import { createRandom, type Random } from "./random.ts";

/** How a set of models is written down, where that makes no difference to what it means. */
export interface Phrasing {
  readonly imports: ImportStyle;
  readonly base: BaseStyle;
  readonly tables: TableStyle;
  readonly placing: Placing;
  readonly tableNames: "literal" | "constant" | "formatted" | "method";
  readonly references: "written" | "helper";
  readonly targets: "text" | "lambda" | "path";
  readonly secondary: "name" | "text" | "lambda";
  readonly collections: "plain" | "dynamic" | "writeOnly";
}

function randomPhrasing(random: Random): Phrasing {
  return {
    imports: random.pick(["names", "names", "modules", "renamed", "star"] as const),
    base: random.pick(["plain", "plain", "naming", "abstract", "registry", "dataclass", "schema", "mixedIn"] as const),
    tables: random.pick(["declarative", "declarative", "declarative", "attribute", "imperative"] as const),
    placing: random.pick(["flat", "source", "exported", "relative", "typeChecking"] as const),
    tableNames: random.pick(["literal", "literal", "constant", "formatted", "method"] as const),
    references: random.pick(["written", "helper"] as const),
    targets: random.pick(["text", "text", "lambda", "path"] as const),
    secondary: random.pick(["name", "text", "lambda"] as const),
    collections: random.pick(["plain", "plain", "plain", "dynamic", "writeOnly"] as const),
  };
}

/** How the set at a position of a run with this seed is written down. */
export function phrasingOf(seed: number, position: number): Phrasing {
  return randomPhrasing(createRandom(seed * 900_007 + position));
}

/** The same models in other words; SQLModel's are only placed and imported otherwise. */
export function rephrase(set: ModelSet, files: Files, phrasing: Phrasing): Files {
  const worded = Object.entries(files).map(([path, text]): [string, string] => {
    if (set.style === "sqlmodel") return [path, rephraseImports(text, phrasing.imports)];
    const based = rephraseBase(text, set, phrasing.base);
    const related = rephraseRelationships(based, set, phrasing);
    return [path, rephraseImports(rephraseClasses(related, set, phrasing), phrasing.imports)];
  });
  return rephrasePlaces(set, Object.fromEntries(worded), phrasing.placing);
}
