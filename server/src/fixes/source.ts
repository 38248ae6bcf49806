import { readModule } from "../python/reader.ts";
import type { Call, Dict, Module, Span, StringLiteral } from "../python/syntax.ts";

/** A file as it is now, with its tree: what an edit is planned against. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly module: Module;
}

/** A node of the tree as far as finding one by its place needs to know: everything with a kind, and arguments. */
export type PlacedNode = Span & { readonly kind?: string };

/** Reads `text` anew, so that offsets and tree belong together. Never throws. */
export function readSource(file: string, text: string): Source {
  return { file, text, module: readModule(text) };
}

/**
 * The nodes from the module down to the innermost one that covers `span`, outermost first. The last one may be larger
 * than `span` where no node has exactly that place.
 */
export function pathTo(module: Module, span: Span): readonly PlacedNode[] {
  const path: PlacedNode[] = [];
  let pending: unknown[] = [module];
  while (pending.length > 0) {
    const value = pending.pop();
    if (value === null || typeof value !== "object") continue;
    if (isPlaced(value)) {
      if (value.start > span.start || value.end < span.end) continue;
      path.push(value);
      pending = [];
    }
    // Parts without a place of their own (an entry of a dict, a clause of a comprehension) are looked through.
    for (const part of Object.values(value)) pending.push(part);
  }
  return path;
}

/** The innermost node of the wanted kind that stands exactly at `span`, null where there is none. */
export function nodeAt<Node extends PlacedNode>(
  module: Module,
  span: Span,
  isWanted: (node: PlacedNode) => node is Node,
): Node | null {
  const found = pathTo(module, span).findLast(
    (node) => node.start === span.start && node.end === span.end && isWanted(node),
  );
  return (found as Node | undefined) ?? null;
}

function isPlaced(value: object): value is PlacedNode {
  return "start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number";
}

export function isCall(node: PlacedNode): node is Call {
  return node.kind === "call";
}

export function isDict(node: PlacedNode): node is Dict {
  return node.kind === "dict";
}

export function isString(node: PlacedNode): node is StringLiteral {
  return node.kind === "string";
}
