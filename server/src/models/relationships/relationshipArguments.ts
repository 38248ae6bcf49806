import { calleeName } from "../columns/callReader.ts";
import { declarationCall } from "../declarationCall.ts";
import type { DeclarationCall, Location } from "../schema/keys.ts";
import type { CallValue, KeywordValue, Value } from "../value.ts";
import { pythonRepr } from "./pythonRepr.ts";
import type { Fault } from "./relationshipProblem.ts";

/** The arguments that reach `sqlalchemy.orm.relationship`, by parameter name, whoever passes them on. */
export interface RelationshipArguments {
  readonly values: ReadonlyMap<string, ArgumentValue>;
  /** The call whose keywords configure the relationship; null for `backref="name"`. */
  readonly call: DeclarationCall | null;
}

export interface ArgumentValue {
  readonly value: Value;
  readonly at: Location;
}

export type ArgumentsReading =
  | {
      readonly kind: "read";
      readonly arguments: RelationshipArguments;
      /** Settings that are accepted and do nothing. */
      readonly ignored: readonly Fault[];
    }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

const PARAMETERS: ReadonlySet<string> = new Set(
  (
    "argument secondary uselist collection_class primaryjoin secondaryjoin back_populates order_by backref overlaps " +
    "post_update cascade viewonly attribute_options init repr default default_factory compare kw_only hash " +
    "dataclass_metadata lazy passive_deletes passive_updates active_history enable_typechecks foreign_keys remote_side " +
    "join_depth comparator_factory single_parent innerjoin distinct_target_key load_on_pending query_class info " +
    "omit_join sync_backref doc bake_queries cascade_backrefs"
  ).split(" "),
);

/** Parameters of earlier SQLAlchemy releases that say nothing about deletes. */
const FORMER_PARAMETERS: ReadonlySet<string> = new Set(["extension", "strategy_class"]);

/** Reads `relationship(...)`; `dynamic_loader(...)` is the same with another default for `lazy`. */
export function readRelationshipCall(call: CallValue): ArgumentsReading {
  const values = new Map<string, ArgumentValue>();
  for (const [index, value] of call.arguments.entries()) {
    // Only SQLAlchemy 1.4 accepted further positional arguments.
    const name = index === 0 ? "argument" : index === 1 ? "secondary" : null;
    if (name === null) return { kind: "unknown", why: "more than two positional arguments" };
    values.set(name, { value, at: value.at });
  }
  const fault = addKeywords(values, call.keywords);
  if (fault !== null) return { kind: "fault", fault };
  if (!call.complete) return { kind: "unknown", why: "arguments passed on with * or ** that cannot be followed" };
  if (calleeName(call) === "sqlalchemy.orm.dynamic_loader") {
    values.set("lazy", { value: { kind: "string", value: "dynamic", at: call.at }, at: call.at });
  }
  return { kind: "read", arguments: { values, call: declarationCall(call) }, ignored: [] };
}

/** Adds keyword arguments; returns Python's error for one that `relationship()` does not have. */
export function addKeywords(
  values: Map<string, ArgumentValue>,
  keywords: readonly Pick<KeywordValue, "name" | "value" | "at">[],
): Fault | null {
  for (const { name, value, at } of keywords) {
    if (FORMER_PARAMETERS.has(name)) continue;
    if (!PARAMETERS.has(name) && !name.startsWith("_")) {
      return unexpectedKeyword("RelationshipProperty.__init__()", name);
    }
    values.set(name, { value, at });
  }
  return null;
}

/** Python's error for a keyword that a function does not have. */
export function unexpectedKeyword(callable: string, name: string): Fault {
  return {
    code: /^on_?delete$/i.test(name) ? "misplaced-on-delete" : "other",
    phase: "import",
    exception: "TypeError",
    message: `${callable} got an unexpected keyword argument ${pythonRepr(name)}`,
    details: { argument: name },
  };
}
