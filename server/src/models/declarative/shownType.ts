import type { Annotation } from "../annotations/annotation.ts";

/** `list[str]` as Python prints it, null for a generic whose parts may print in several ways. */
export function shownGeneric(annotation: Annotation & { readonly kind: "generic" }): string | null {
  const origin = shownName(annotation.origin.kind === "symbol" ? annotation.origin.name : "");
  const parts = annotation.items.map(shownPart);
  return origin === null || parts.length === 0 || parts.includes(null) ? null : `${origin}[${parts.join(", ")}]`;
}

function shownPart(annotation: Annotation): string | null {
  if (annotation.kind === "generic") return shownGeneric(annotation);
  return annotation.kind === "type" && annotation.value.kind === "symbol" ? shownName(annotation.value.name) : null;
}

/** Names of builtins stand alone; those of `typing`, and of the modules whose types SQLAlchemy knows, with their module. */
function shownName(name: string): string | null {
  if (/^builtins\.(list|dict|set|tuple|frozenset|int|str|float|bool|bytes|object)$/.test(name))
    return name.slice("builtins.".length);
  return /^(typing\.Any|datetime\.\w+|decimal\.Decimal|uuid\.UUID)$/.test(name) ? name : null;
}
