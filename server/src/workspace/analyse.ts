import type { Dialect } from "../deletes/impact.ts";
import { buildLinksStepwise, type LinksBuild } from "../deletes/links/links.ts";
import { type BuiltSchema, buildSchemaStepwise } from "../models/buildSchema.ts";
import { finish, type Steps } from "../models/steps.ts";
import { type ResolvedUsage, resolveUsage } from "../models/usage/resolveUsage.ts";
import type { Usage } from "../models/usage/usage.ts";
import type { Rule, RuleConfiguration } from "../rules/rule.ts";
import { type RuleResults, runRulesStepwise } from "../rules/runRules.ts";
import type { ConfigurationValues } from "./configurationKeys.ts";
import type { SourceFile } from "./sourceFile.ts";

/** Everything that is computed from the sources of a project, before suppressions and severities. */
export interface Analysed {
  readonly sources: readonly SourceFile[];
  readonly built: BuiltSchema;
  readonly linked: LinksBuild;
  readonly used: ResolvedUsage;
  readonly configuration: RuleConfiguration;
  readonly results: RuleResults;
}

/** How a project is to be judged. */
export interface Judgement {
  readonly rules: readonly Rule[];
  readonly values: ConfigurationValues;
}

/**
 * Analyses the sources of a project. `previous` is an earlier result under the same judgement: what it says is kept as far
 * as the sources say the same, the whole of it where only texts differ.
 */
export function analyse(sources: readonly SourceFile[], judgement: Judgement, previous: Analysed | null): Analysed {
  return finish(analyseStepwise(sources, judgement, previous));
}

/** The same in steps, none of which takes long however large the project is. */
export function* analyseStepwise(
  sources: readonly SourceFile[],
  judgement: Judgement,
  previous: Analysed | null,
): Steps<Analysed> {
  const sameFacts = previous !== null && agree(sources, previous.sources, "facts");
  if (sameFacts && agree(sources, previous.sources, "usage")) return { ...previous, sources };
  const facts = sources.map((source) => source.facts);
  const built = sameFacts ? previous.built : yield* buildSchemaStepwise(facts, previous?.built ?? null);
  const { schema } = built;
  const options = { sqliteForeignKeys: judgement.values.sqliteForeignKeys };
  const linked = sameFacts ? previous.linked : yield* buildLinksStepwise(schema, options, previous?.linked ?? null);
  const { links } = linked;
  const usages = sources.map((source) => source.usage);
  const used = resolveUsage(usages, built, previous?.used ?? null);
  built.forget();
  const configuration = ruleConfiguration(judgement.values, used.usage);
  const project = { schema, links, usage: used.usage, configuration };
  const results = yield* runRulesStepwise(project, judgement.rules, previous?.results ?? null);
  return { sources, built, linked, used, configuration, results };
}

function agree(a: readonly SourceFile[], b: readonly SourceFile[], part: "facts" | "usage"): boolean {
  return a.length === b.length && a.every((source, index) => source[part] === b[index]?.[part]);
}

function ruleConfiguration(values: ConfigurationValues, usage: Usage): RuleConfiguration {
  return {
    policy: values.policy,
    dialect: values.dialect ?? evidentDialect(usage),
    softDeleteColumns: values.softDeleteColumns,
    tenantColumns: values.tenantColumns,
    wideCascade: values.wideCascade,
  };
}

const DIALECT_OF_URL: Readonly<Record<string, Dialect>> = {
  sqlite: "sqlite",
  postgresql: "postgresql",
  postgres: "postgresql",
  mysql: "mysql",
  mariadb: "mysql",
  mssql: "mssql",
  oracle: "oracle",
};

/** The dialect that all engines of the project share. One that only lives in memory is there for tests and says nothing. */
function evidentDialect(usage: Usage): Dialect | null {
  const lasting = usage.engines.filter((engine) => !engine.memory);
  const dialects = new Set(lasting.map(({ dialect }) => (dialect === null ? null : (DIALECT_OF_URL[dialect] ?? null))));
  const [only] = dialects;
  return dialects.size === 1 ? (only ?? null) : null;
}
