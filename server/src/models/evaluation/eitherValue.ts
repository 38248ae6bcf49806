import type { Location } from "../schema/keys.ts";
import type { CallValue, KeywordValue, Value } from "../value.ts";
import { sameValue } from "./sameValue.ts";
import { unknown } from "./unknown.ts";

/** A column, a foreign key in it, and what is in that. */
const DEEPEST_CALL = 3;
const WHY = "it depends on a condition";

/**
 * What is known of a value that is one of two. Of two calls of the same constructor it is the call, with what both are given:
 * `Column(Integer, primary_key=True, default=f) if TEST else Column(Integer, primary_key=True)` is a primary key either way.
 */
export function eitherValue(first: Value, second: Value, at: Location, depth = DEEPEST_CALL): Value {
  if (sameValue(first, second)) return first;
  const calls = depth > 0 && first.kind === "call" && second.kind === "call" && isAlike(first, second);
  return calls ? eitherCall(first, second, depth - 1) : unknown(WHY, at);
}

/** Only constructors of declarations: what any other call gives says nothing about what a similar call would. */
function isAlike(first: CallValue, second: CallValue): boolean {
  const { callee } = first;
  return (
    callee.kind === "symbol" &&
    /^(?:sqlalchemy|sqlmodel)\./.test(callee.name) &&
    sameValue(callee, second.callee) &&
    first.complete &&
    second.complete &&
    first.arguments.length === second.arguments.length
  );
}

function eitherCall(first: CallValue, second: CallValue, depth: number): CallValue {
  const either = (a: Value, b: Value | undefined) =>
    b === undefined ? unknown(WHY, a.at) : eitherValue(a, b, a.at, depth);
  const inSecond = new Map(second.keywords.map(({ name, value }) => [name, value]));
  const shared = first.keywords.map(
    ({ name, value, at: place }): KeywordValue => ({ name, value: either(value, inSecond.get(name)), at: place }),
  );
  const names = new Set(first.keywords.map(({ name }) => name));
  const added = second.keywords.filter(({ name }) => !names.has(name));
  return {
    ...first,
    arguments: first.arguments.map((argument, index) => either(argument, second.arguments[index])),
    keywords: [...shared, ...added.map((keyword) => ({ ...keyword, value: unknown(WHY, keyword.value.at) }))],
  };
}
