/**
 * Edits of a cascade string that keep what else it says and how it is spaced: `"all,delete"` stays without blanks,
 * `"save-update, merge"` keeps its tokens.
 */

/** `text` with `delete` in it, and `delete-orphan` where `orphan` is asked for. */
export function withDelete(text: string, orphan: "orphan" | "keep"): string {
  const tokens = tokensOf(text);
  const wanted = [...tokens];
  if (!tokens.includes("all") && !tokens.includes("delete")) wanted.push("delete");
  if (orphan === "orphan" && !tokens.includes("delete-orphan")) wanted.push("delete-orphan");
  return joined(wanted, text);
}

/** `text` without delete cascades; null where nothing is left that differs from not giving a cascade at all. */
export function withoutDelete(text: string): string | null {
  const tokens = tokensOf(text);
  if (tokens.includes("all")) return null;
  const kept = tokens.filter((token) => token !== "delete" && token !== "delete-orphan");
  return kept.length === 0 || isDefault(kept) ? null : joined(kept, text);
}

// `none` clears the whole set, so it cannot stay beside a token that is meant to count.
function tokensOf(text: string): string[] {
  return text
    .split(",")
    .map((token) => token.trim())
    .filter((token) => token !== "" && token !== "none");
}

function isDefault(tokens: readonly string[]): boolean {
  return tokens.toSorted().join() === "merge,save-update";
}

function joined(tokens: readonly string[], like: string): string {
  return tokens.join(like.includes(",") && !/,\s/.test(like) ? "," : ", ");
}
