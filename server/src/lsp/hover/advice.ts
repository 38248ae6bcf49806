import { deletePaths } from "../../deletes/outcome.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import type { RulePages } from "../rulePages.ts";
import type { DeletePreview } from "./deletePreview.ts";
import type { Block, RichText } from "./richText.ts";

const order: readonly Severity[] = ["error", "warning", "information", "hint"];

/** More would repeat the list of problems. */
const shown = 2;

/** What to do about a delete, in a paragraph for each rule that has something to say, the gravest first. */
export function advice(preview: DeletePreview, findings: readonly Finding[], pages: RulePages): readonly Block[] {
  const byRule = new Map<string, Finding>();
  for (const finding of findings.toSorted((one, other) => gravity(one) - gravity(other))) {
    if (!byRule.has(finding.rule)) byRule.set(finding.rule, finding);
  }
  const paragraphs = [...byRule.values()].slice(0, shown).map((finding) => remedy(finding, pages));
  const without = paragraphs.length > 0 ? [] : withoutFindings(preview);
  return [...paragraphs, ...without].map((text) => ({ kind: "paragraph", text }));
}

function gravity(finding: Finding): number {
  return order.indexOf(finding.severity);
}

function remedy(finding: Finding, pages: RulePages): RichText {
  const href = pages.hrefOf(finding.rule);
  const rule = href === null ? { code: finding.rule } : { label: finding.rule, href };
  const [fix] = finding.fixes;
  if (fix === undefined) return ["See ", rule, "."];
  const isMild = finding.severity === "hint" || finding.severity === "information";
  return [{ strong: isMild ? "Consider:" : "To do:" }, ` ${fix.title} (`, rule, ")."];
}

/** A delete that every path refuses and no rule objects to is refused as declared. */
function withoutFindings(preview: DeletePreview): readonly RichText[] {
  const refused = preview.unusable === null && deletePaths.every((path) => preview.errors[path] !== null);
  return refused ? [[{ strong: "To do:" }, " as declared, delete or re-assign those rows first."]] : [];
}
