import { calleeName } from "../columns/callReader.ts";
import { declarationCall } from "../declarationCall.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { Location } from "../schema/keys.ts";
import type { CallValue, Value } from "../value.ts";
import { type ArgumentsReading, type ArgumentValue, addKeywords, unexpectedKeyword } from "./relationshipArguments.ts";
import type { Fault } from "./relationshipProblem.ts";

const PARAMETERS: ReadonlySet<string> = new Set([
  "back_populates",
  "cascade_delete",
  "passive_deletes",
  "link_model",
  "sa_relationship",
  "sa_relationship_args",
  "sa_relationship_kwargs",
]);

/** What SQLModel's `Relationship(...)` comes to: its own arguments, or the `relationship()` handed in, to be read instead. */
export type SqlmodelReading =
  | ArgumentsReading
  | { readonly kind: "relationship"; readonly call: CallValue; readonly ignored: readonly Fault[] };

/**
 * Translates `sqlmodel.Relationship(...)` into the arguments of SQLAlchemy's `relationship()`, in SQLModel's order of
 * precedence: its own keywords, then `sa_relationship_args`, then `sa_relationship_kwargs`, which override them; a
 * `sa_relationship` replaces everything. The target comes from the annotation and is not among the arguments.
 */
export function readSqlmodelCall(call: CallValue, linkModelTable: (value: Value) => LinkModel): SqlmodelReading {
  const own = new Map<string, ArgumentValue>();
  for (const { name, value, at } of call.keywords) {
    if (!PARAMETERS.has(name)) return { kind: "fault", fault: unexpectedKeyword("Relationship()", name) };
    if (value.kind !== "none") own.set(name, { value, at });
  }
  if (call.arguments.length > 0) {
    const given = call.arguments.length === 1 ? "1 was" : `${call.arguments.length} were`;
    return fault("TypeError", `Relationship() takes 0 positional arguments but ${given} given`);
  }
  if (!call.complete) return { kind: "unknown", why: "arguments passed on with ** that cannot be followed" };
  const replacement = own.get("sa_relationship");
  if (replacement !== undefined) return readReplacement(replacement.value, own);

  const values = new Map<string, ArgumentValue>();
  const ignored: Fault[] = [];
  const copied = copyOwn(own, values, linkModelTable);
  if (copied !== null) return copied;
  const positional = own.get("sa_relationship_args");
  if (positional !== undefined) {
    const { value } = positional;
    if (value.kind !== "list" && value.kind !== "tuple") return unknownArgument("sa_relationship_args", value);
    if (value.items.length > 1) return { kind: "unknown", why: "more than two positional arguments" };
    const secondary = value.items[0];
    if (secondary !== undefined) values.set("secondary", { value: secondary, at: secondary.at });
  }
  const keywords = own.get("sa_relationship_kwargs");
  if (keywords !== undefined) {
    const read = readDictionary(keywords.value);
    if (read === null) return unknownArgument("sa_relationship_kwargs", keywords.value);
    ignored.push(...overridden(own, read));
    const refused = addKeywords(values, read);
    if (refused !== null) return { kind: "fault", fault: refused };
  }
  return { kind: "read", arguments: { values, call: declarationCall(call) }, ignored };
}

/** The table of a `link_model`, SQLModel's error for something else, or null where it is not known. */
export type LinkModel =
  | { readonly kind: "table"; readonly value: Value }
  | { readonly kind: "fault"; readonly message: string }
  | null;

function copyOwn(
  own: ReadonlyMap<string, ArgumentValue>,
  values: Map<string, ArgumentValue>,
  linkModelTable: (value: Value) => LinkModel,
): ArgumentsReading | null {
  for (const name of ["back_populates", "cascade_delete", "passive_deletes", "link_model"]) {
    const argument = own.get(name);
    if (argument === undefined) continue;
    const given = name === "link_model" ? true : truthOf(argument.value);
    if (given === null) return unknownArgument(name, argument.value);
    if (!given) continue;
    if (name === "cascade_delete") {
      const value: Value = { kind: "string", value: "all, delete-orphan", at: argument.value.at };
      values.set("cascade", { value, at: argument.at });
    } else if (name === "link_model") {
      if (truthOf(argument.value) === false) continue;
      const link = linkModelTable(argument.value);
      if (link === null) return unknownArgument(name, argument.value);
      if (link.kind === "fault") return fault("NoInspectionAvailable", link.message);
      values.set("secondary", { value: link.value, at: argument.at });
    } else values.set(name, argument);
  }
  return null;
}

function readReplacement(value: Value, own: ReadonlyMap<string, ArgumentValue>): SqlmodelReading {
  for (const name of ["sa_relationship_args", "sa_relationship_kwargs"]) {
    if (!own.has(name)) continue;
    return fault("RuntimeError", `Passing ${name} is not supported when also passing a sa_relationship`);
  }
  if (value.kind !== "call" || value.callee.kind !== "symbol") return unknownArgument("sa_relationship", value);
  const ignored: Fault[] = [];
  for (const name of ["back_populates", "cascade_delete", "passive_deletes", "link_model"]) {
    const argument = own.get(name);
    if (argument === undefined || truthOf(argument.value) === false) continue;
    ignored.push(ignoredArgument(name, "sa_relationship", argument.at));
  }
  return { kind: "relationship", call: value, ignored };
}

/** Own keywords that `sa_relationship_kwargs` sets to something else. */
function overridden(
  own: ReadonlyMap<string, ArgumentValue>,
  keywords: readonly { readonly name: string; readonly value: Value; readonly at: Location }[],
): Fault[] {
  const faults: Fault[] = [];
  for (const [name, replacedBy] of [
    ["back_populates", "back_populates"],
    ["cascade_delete", "cascade"],
    ["passive_deletes", "passive_deletes"],
    ["link_model", "secondary"],
  ] as const) {
    const argument = own.get(name);
    const replacement = keywords.find((keyword) => keyword.name === replacedBy);
    if (argument === undefined || replacement === undefined || truthOf(argument.value) === false) continue;
    if (name === "cascade_delete") {
      if (replacement.value.kind === "string" && sameCascade(replacement.value.value)) continue;
    } else if (sameValue(argument.value, replacement.value)) continue;
    faults.push(ignoredArgument(name, "sa_relationship_kwargs", argument.at));
  }
  return faults;
}

function sameCascade(text: string): boolean {
  const tokens = new Set(text.split(/\s*,\s*/));
  return tokens.has("delete-orphan") && (tokens.has("all") || tokens.has("delete"));
}

function sameValue(a: Value, b: Value): boolean {
  return (a.kind === "string" || a.kind === "boolean") && a.kind === b.kind && a.value === b.value;
}

/**
 * SQLModel says nothing about an argument that has no effect. `details`: `argument` is its name, `because` what wins
 * (`sa_relationship`, `sa_relationship_kwargs` or `viewonly`).
 */
function ignoredArgument(name: string, because: string, at: Location): Fault {
  return {
    code: "ignored-relationship-argument",
    phase: "warning",
    exception: "",
    message: `${name} has no effect beside ${because}`,
    details: { argument: name, because },
    related: [{ ...at, message: `${name} is given here` }],
  };
}

/** The entries of a dictionary with string keys; null where they are not all known. */
function readDictionary(
  value: Value,
): readonly { readonly name: string; readonly value: Value; readonly at: Location }[] | null {
  if (value.kind === "call" && calleeName(value) === "builtins.dict") {
    return value.complete && value.arguments.length === 0 ? value.keywords : null;
  }
  if (value.kind !== "dict" || !value.complete) return null;
  const entries: { name: string; value: Value; at: Location }[] = [];
  for (const { key, value: item } of value.entries) {
    if (key.kind !== "string") return null;
    entries.push({ name: key.value, value: item, at: item.at });
  }
  return entries;
}

function unknownArgument(name: string, value: Value): { readonly kind: "unknown"; readonly why: string } {
  return { kind: "unknown", why: value.kind === "unknown" ? `${name}: ${value.why}` : `${name} cannot be read` };
}

function fault(exception: string, message: string): { readonly kind: "fault"; readonly fault: Fault } {
  return { kind: "fault", fault: { code: "other", phase: "import", exception, message } };
}
