import type { Call, Expression, Identifier } from "../../python/syntax.ts";
import { walkExpression } from "../../python/traversal.ts";

/** A call and the methods called on its result: `delete(User).where(…).limit(1)` is the call `delete(User)` with two methods. */
export interface CallChain {
  /** The innermost call, or null where the chain starts at a plain name or attribute (`User.query.delete()`). */
  readonly base: Call | null;
  /** What the first attribute is taken of: `base`, or the name the chain starts with. */
  readonly root: Expression;
  /** From the inside out; attributes that are not called (`.query`) have no call. */
  readonly links: readonly ChainLink[];
  readonly outermost: Call;
}

export interface ChainLink {
  readonly name: Identifier;
  readonly call: Call | null;
}

/**
 * Every call inside an expression as part of its longest chain, in no particular order. Iterative, and linear in the size
 * of the expression however long a chain is.
 */
export function callChainsIn(expression: Expression): readonly CallChain[] {
  const chains: CallChain[] = [];
  const insideOther = new Set<Expression>();
  walkExpression(expression, (node) => {
    if (node.kind === "call" && !insideOther.has(node)) chains.push(chainEndingAt(node, insideOther));
    return undefined;
  });
  return chains;
}

/** The chain of one expression, seen through `await` and assignment expressions; null where it is no call. */
export function callChainOf(expression: Expression): CallChain | null {
  let inner = expression;
  while (inner.kind === "await" || inner.kind === "named") inner = inner.value;
  return inner.kind === "call" ? chainEndingAt(inner, new Set()) : null;
}

function chainEndingAt(outermost: Call, insideOther: Set<Expression>): CallChain {
  const links: ChainLink[] = [];
  let call: Call | null = null;
  let root = outermost as Expression;
  for (;;) {
    switch (root.kind) {
      case "call":
        if (root !== outermost) insideOther.add(root);
        if (root.callee.kind !== "attribute") return { base: root, root, links: links.reverse(), outermost };
        call = root;
        root = root.callee;
        break;
      case "attribute":
        links.push({ name: root.attribute, call });
        call = null;
        root = root.value;
        break;
      case "await":
        root = root.value;
        break;
      default:
        return { base: null, root, links: links.reverse(), outermost };
    }
  }
}
