import type { Expression } from "../../python/syntax.ts";
import { pythonRepr } from "./pythonRepr.ts";

const MAXIMUM_DEPTH = 40;

/** The text that `from __future__ import annotations` makes of an annotation; null for what no annotation contains. */
export function annotationText(annotation: Expression): string | null {
  return sourceText(annotation, 0);
}

function sourceText(node: Expression, depth: number): string | null {
  if (depth > MAXIMUM_DEPTH) return null;
  switch (node.kind) {
    case "name":
      return node.name;
    case "string":
      return node.bytes ? null : pythonRepr(node.value);
    case "constant":
      return node.value;
    case "attribute": {
      const of = sourceText(node.value, depth + 1);
      return of === null ? null : `${of}.${node.attribute.name}`;
    }
    case "subscript": {
      const of = sourceText(node.value, depth + 1);
      const items = node.index.kind === "tuple" ? node.index.elements : [node.index];
      const texts = items.map((item) => sourceText(item, depth + 1));
      return of === null || texts.includes(null) ? null : `${of}[${texts.join(", ")}]`;
    }
    case "binary": {
      const left = sourceText(node.left, depth + 1);
      const right = sourceText(node.right, depth + 1);
      return left === null || right === null ? null : `${left} ${node.operator} ${right}`;
    }
    default:
      return null;
  }
}
