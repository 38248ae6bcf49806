import type { Rule } from "../rules/rule.ts";

/** What can be said about any rule without running it. */
export type RuleDescription = Omit<Rule, "check">;
