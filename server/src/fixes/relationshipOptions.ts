import type { DeclarationCall } from "../models/schema/keys.ts";
import {
  type ArgumentList,
  argumentsOfCall,
  argumentValue,
  entriesOfDict,
  hasSpread,
  loneArgument,
} from "./argumentList.ts";
import { backrefCallee } from "./backrefCallee.ts";
import { isCall, isDict, isString, nodeAt, type PlacedNode, type Source } from "./source.ts";

/**
 * Where a relationship's options are written. `options` are SQLAlchemy's own keywords: of the `relationship(...)` or
 * `backref(...)` call, or of the dictionary in `sa_relationship_kwargs`. `shorthand` is SQLModel's `Relationship(...)`
 * call with its own keywords. Options in the dictionary win over the shorthand.
 */
export interface RelationshipOptions {
  readonly options: ArgumentList | null;
  readonly shorthand: ArgumentList | null;
}

/** Finds the options of the relationship that `call` declares; null where they come from elsewhere (a constant, `**options`). */
export function relationshipOptions(source: Source, call: DeclarationCall): RelationshipOptions | null {
  const name = nodeAt(source.module, call, isString);
  if (name !== null) {
    const callee = backrefCallee(source, name);
    return callee === null ? null : { options: loneArgument(name, callee), shorthand: null };
  }
  const node = nodeAt(source.module, call, isCall);
  const list = node && argumentsOfCall(source.text, node);
  if (!list || hasSpread(list)) return null;
  if (call.callee !== "sqlmodel.Relationship") return { options: list, shorthand: null };
  const whole = argumentValue(list, "sa_relationship");
  if (whole !== null) {
    const options = whole.kind === "call" ? argumentsOfCall(source.text, whole) : null;
    return options && !hasSpread(options) ? { options, shorthand: null } : null;
  }
  const kwargs = argumentValue(list, "sa_relationship_kwargs");
  if (kwargs === null) return { options: null, shorthand: list };
  const options = kwargsList(source, kwargs);
  if (!options || hasSpread(options)) return null;
  return { options: { ...options, holder: { list, name: "sa_relationship_kwargs" } }, shorthand: list };
}

function kwargsList(source: Source, kwargs: PlacedNode): ArgumentList | null {
  if (isDict(kwargs)) return entriesOfDict(source.text, kwargs);
  if (!isCall(kwargs) || kwargs.callee.kind !== "name" || kwargs.callee.name !== "dict") return null;
  const list = argumentsOfCall(source.text, kwargs);
  return list?.items.every((item) => item.name !== null) ? list : null;
}
