import type { ModelSet } from "./modelSet.ts";
import type { Phrasing } from "./phrasing.ts";

/** Names targets and association tables in another way, and holds collections in another way. */
export function rephraseRelationships(text: string, set: ModelSet, phrasing: Phrasing): string {
  const inModule = set.layout === "module";
  const held = text.replaceAll(/: Mapped\[List\[("\w+")\]\] = relationship\((?![^\n]*lazy=)/g, (whole, target) => {
    if (phrasing.collections === "plain") return whole;
    const container = phrasing.collections === "dynamic" ? "DynamicMapped" : "WriteOnlyMapped";
    return `: ${container}[${target}] = relationship(`;
  });
  const targeted = held.replaceAll(/relationship\("(\w+)"/g, (whole, target) => {
    if (phrasing.targets === "lambda" && inModule) return `relationship(lambda: ${target}`;
    return phrasing.targets === "path" && inModule ? `relationship("models.${target}"` : whole;
  });
  return targeted.replaceAll(/secondary=(\w+)/g, (whole, table) => {
    if (phrasing.secondary === "text") return `secondary="${table}"`;
    return phrasing.secondary === "lambda" ? `secondary=lambda: ${table}` : whole;
  });
}
