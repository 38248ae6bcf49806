import type { Expression, Span } from "../../python/syntax.ts";
import { boundedExpression } from "../boundedExpression.ts";
import { callChainsIn } from "./callChains.ts";

/** A call that looks like `create_engine(url)`, or a Flask configuration that names a database URL. */
export interface EngineFact extends Span {
  /** The function called, null for a configuration entry. */
  readonly callee: Expression | null;
  readonly url: Expression | null;
}

const engineFunctions = new Set(["create_engine", "create_async_engine"]);

/** The engines made anywhere in an expression. */
export function engineFactsIn(expression: Expression): readonly EngineFact[] {
  return callChainsIn(expression).flatMap(({ base, links, outermost }) => {
    const call = base ?? links.at(-1)?.call ?? null;
    const name = base !== null && base.callee.kind === "name" ? base.callee.name : (links.at(-1)?.name.name ?? "");
    if (call === null || !engineFunctions.has(name)) return [];
    const url = call.arguments.find(
      ({ keyword, spread }) => spread === "" && (keyword === null || keyword.name === "url"),
    );
    const { start, end } = outermost;
    return [
      {
        callee: boundedExpression(call.callee),
        url: url === undefined ? null : boundedExpression(url.value),
        start,
        end,
      },
    ];
  });
}
