import { sameItems } from "../models/sameItems.ts";
import { finish, type Steps } from "../models/steps.ts";
import {
  type Declarations,
  type DeclarationsByFile,
  declarationsByFile,
  declarationsIn,
  filesOf,
  type ParentViews,
  parentViewsOf,
  projectOf,
  sameDeclarations,
} from "./declarations.ts";
import { changedKeys, haveCommonKey, type Keys, noKeys, recordedLookUps } from "./lookUps.ts";
import { indexProject, type ProjectIndex } from "./projectIndex.ts";
import { rules as allRules } from "./registry.ts";
import type { Finding, Project, Rule, RuleConfiguration } from "./rule.ts";

export interface RuleResults {
  /** Ordered by file and place; those of the same place in the registry's order. */
  readonly findings: readonly Finding[];
  /** Rules that failed on this project, each once. Their findings up to then are kept; every other rule is unaffected. */
  readonly crashes: readonly RuleCrash[];
  /** What a later run can keep. */
  readonly state: RulesState;
}

export interface RuleCrash {
  readonly rule: string;
  /** The exception's stack or text, for the log. */
  readonly reason: string;
}

interface RulesState {
  readonly configuration: RuleConfiguration;
  readonly index: ProjectIndex;
  readonly divided: DeclarationsByFile;
  readonly files: ReadonlyMap<string, FileRun>;
}

/** What the rules found in the declarations of one file, and what they looked up for it. */
interface FileRun extends Found {
  readonly declarations: Declarations;
  readonly views: ParentViews;
  readonly keys: Keys;
}

interface Found {
  readonly findings: readonly RankedFinding[];
  readonly crashes: readonly RuleCrash[];
}

/** A finding with the position of its rule in the registry. */
interface RankedFinding {
  readonly finding: Finding;
  readonly rank: number;
}

/** Runs `rules` (all of them unless told otherwise) over a project. Never throws. */
export function runRules(project: Project, rules: readonly Rule[] = allRules): RuleResults {
  return finish(runRulesStepwise(project, rules, null));
}

/**
 * The same in steps, one for each file. With `previous`, what the same rules found in an earlier state of the project,
 * they are run again only over files where they may find something else: those whose declarations are others now, and
 * those for which something was looked up that is something else now.
 */
export function* runRulesStepwise(
  project: Project,
  rules: readonly Rule[],
  previous: RuleResults | null,
): Steps<RuleResults> {
  const { configuration } = project;
  const index = indexProject(project, previous?.state.index ?? null);
  const before = previous !== null && sameConditions(previous.state, configuration, index) ? previous.state : null;
  const changed = before === null ? noKeys() : changedKeys(before.index, index);
  const all: Declarations = {
    tables: [...index.tables.values()],
    classes: [...index.classes.values()],
    links: project.links,
    problems: project.schema.problems,
    deletes: index.applicationDeletes,
  };
  const files = new Map<string, FileRun>();
  const divided = declarationsByFile(all, previous?.state.divided ?? null);
  for (const file of filesOf(divided)) {
    const declarations = declarationsIn(divided, file);
    const known = before?.files.get(file);
    if (known && sameDeclarations(known.declarations, declarations) && !haveCommonKey(known.keys, changed)) {
      files.set(file, known);
      continue;
    }
    const keys = noKeys();
    const lookUps = recordedLookUps(index, keys);
    const views = parentViewsOf(declarations.links, lookUps.isBroken);
    const view = projectOf(declarations, views, lookUps, configuration);
    const found = runAll(rules, (rule) => rule.scope !== "project" && rule.check(view));
    files.set(file, { declarations, views, keys, ...found });
    yield;
  }
  const runs = [...files.values()];
  const everySide = {
    parentSides: runs.flatMap(({ views }) => views.parentSides),
    parentRelationships: runs.flatMap(({ views }) => views.parentRelationships),
  };
  const view = projectOf(all, everySide, recordedLookUps(index, noKeys()), configuration);
  const whole = Object.assign(view, { usage: project.usage });
  const together = runAll(rules, (rule) => rule.scope === "project" && rule.check(whole));
  const found = [...runs, together];
  return {
    findings: inOrder(found.flatMap(({ findings }) => findings)),
    crashes: eachOnce(found.flatMap(({ crashes }) => crashes)),
    state: { configuration, index, divided, files },
  };
}

/** Whether answers still hold that were not looked up by a key. */
function sameConditions(before: RulesState, now: RuleConfiguration, index: ProjectIndex): boolean {
  const { policy, dialect, softDeleteColumns, tenantColumns, wideCascade } = before.configuration;
  return (
    policy === now.policy &&
    dialect === now.dialect &&
    wideCascade === now.wideCascade &&
    sameItems(softDeleteColumns, now.softDeleteColumns) &&
    sameItems(tenantColumns, now.tenantColumns) &&
    before.index.deletesUnknownObjects === index.deletesUnknownObjects
  );
}

/** `check` gives the findings of a rule, false for a rule that is left out. */
function runAll(rules: readonly Rule[], check: (rule: Rule) => Iterable<Finding> | false): Found {
  const findings: RankedFinding[] = [];
  const crashes: RuleCrash[] = [];
  for (const [rank, rule] of rules.entries()) {
    try {
      for (const finding of check(rule) || []) findings.push({ finding, rank });
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      crashes.push({ rule: rule.name, reason });
    }
  }
  return { findings, crashes };
}

function eachOnce(crashes: readonly RuleCrash[]): readonly RuleCrash[] {
  return [...new Map(crashes.map((crash) => [crash.rule, crash])).values()];
}

function inOrder(findings: readonly RankedFinding[]): readonly Finding[] {
  return findings.toSorted(byPlace).map(({ finding }) => finding);
}

// Code units, not the locale: the order must be the same on every machine.
function byPlace(a: RankedFinding, b: RankedFinding): number {
  const [one, other] = [a.finding.location, b.finding.location];
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.start - other.start || one.end - other.end || a.rank - b.rank;
}
