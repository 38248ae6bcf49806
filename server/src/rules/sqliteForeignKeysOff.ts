import type { EngineSite } from "../models/usage/usage.ts";
import { onPlace, placeOf } from "./finding.ts";
import type { Finding, Rule, WholeProject } from "./rule.ts";
import { isTestCode } from "./testCode.ts";

/** SQLite checks foreign keys only where a connection asks for it. */
export const sqliteForeignKeysOff: Rule = {
  name: "sqlite-foreign-keys-off",
  group: "usage",
  summary: "A SQLite engine without PRAGMA foreign_keys=ON, while models rely on ON DELETE",
  severity: "warning",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    const { engines, foreignKeyPragmas } = project.usage;
    if (foreignKeyPragmas.some(({ scope }) => scope === "listener")) return;
    const relying = countOfActions(project);
    if (relying === 0) return;
    for (const engine of engines) {
      // A database in memory beside another one is there for tests.
      const isForTests = isTestCode(engine) || (engine.memory && engines.some(({ memory }) => !memory));
      if (engine.dialect === "sqlite" && !isForTests) yield findingOf(engine, relying, foreignKeyPragmas.length > 0);
    }
  },
};

function countOfActions({ tables }: WholeProject): number {
  let count = 0;
  for (const { foreignKeys } of tables) {
    count += foreignKeys.filter(({ onDelete }) => onDelete !== null && onDelete !== "NO ACTION").length;
  }
  return count;
}

function findingOf(engine: EngineSite, relying: number, once: boolean): Finding {
  const actions = relying === 1 ? "the one ON DELETE of the models is" : `all ${relying} ON DELETE of the models are`;
  const message = once
    ? `Foreign keys are off on most connections of this SQLite engine: the PRAGMA is executed on one connection only, and on ` +
      `others ${actions} without effect; execute it in a "connect" listener`
    : `Foreign keys are off in SQLite: without PRAGMA foreign_keys=ON ${actions} without effect and deletes leave dangling ` +
      'references; execute it for every connection in a "connect" listener';
  return onPlace(placeOf(engine), { rule: "sqlite-foreign-keys-off", severity: once ? "hint" : "warning", message });
}
