import { rules } from "../rules/registry.ts";
import { invalidConfiguration } from "./invalidConfiguration.ts";
import type { RuleDescription } from "./ruleDescription.ts";
import { unusedSuppression } from "./unusedSuppression.ts";

/** Everything that can be reported: the rules about models, and what only the workspace can see. In the order of the documentation. */
export const catalogue: readonly RuleDescription[] = [...rules, unusedSuppression, invalidConfiguration];
