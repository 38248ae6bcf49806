import { calleeName } from "../columns/callReader.ts";
import { declarationCall } from "../declarationCall.ts";
import type { DeclarationCall, Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { type JoinExpression, mapColumns } from "./joinExpression.ts";
import { isLocal } from "./joinMarks.ts";
import { type ArgumentValue, addKeywords } from "./relationshipArguments.ts";
import { readRelationshipOptions } from "./relationshipOptions.ts";
import type { Fault } from "./relationshipProblem.ts";
import type { InheritedJoin, RelationshipProperty } from "./relationshipProperty.ts";

/** A `backref=` argument: the name of the reverse relationship and the options given for it. */
export interface BackrefArgument {
  readonly name: string;
  readonly location: Location;
  readonly call: DeclarationCall | null;
  readonly keywords: readonly { readonly name: string; readonly value: Value; readonly at: Location }[];
}

export type BackrefReading =
  | { readonly kind: "backref"; readonly backref: BackrefArgument }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: string };

/** Reads `backref="posts"`, `backref=backref("posts", cascade=…)` or the pair of name and dictionary that it makes. */
export function readBackref(value: Value | undefined): BackrefReading {
  if (value === undefined || value.kind === "none" || (value.kind === "string" && value.value === "")) {
    return { kind: "none" };
  }
  if (value.kind === "string") {
    return { kind: "backref", backref: { name: value.value, location: value.at, call: null, keywords: [] } };
  }
  if (value.kind === "call" && calleeName(value) === "sqlalchemy.orm.backref" && value.complete) {
    const name = value.arguments[0] ?? value.keywords.find((keyword) => keyword.name === "name")?.value;
    if (name?.kind !== "string") return { kind: "unknown", why: "the name of a backref cannot be read" };
    const keywords = value.keywords.filter((keyword) => keyword.name !== "name");
    return {
      kind: "backref",
      backref: { name: name.value, location: name.at, call: declarationCall(value), keywords },
    };
  }
  if (value.kind === "tuple") {
    const [name, options] = value.items;
    if (name?.kind === "string" && options?.kind === "dict" && options.complete) {
      const keywords = options.entries.flatMap(({ key, value: item }) =>
        key.kind === "string" ? [{ name: key.value, value: item, at: item.at }] : [],
      );
      return { kind: "backref", backref: { name: name.value, location: name.at, call: null, keywords } };
    }
  }
  return { kind: "unknown", why: "backref cannot be read" };
}

export type BackrefProperty =
  | { readonly kind: "property"; readonly property: RelationshipProperty; readonly warnings: readonly Fault[] }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * The reverse relationship that a backref makes on the target (`RelationshipProperty._generate_backref`). It takes over the
 * join, the association table, `foreign_keys`, and `viewonly`, `post_update`, `passive_updates`, `sync_backref` unless
 * the backref sets them; never `cascade`, `passive_deletes` or `lazy`.
 */
export function backrefProperty(relationship: ConfiguredRelationship, backref: BackrefArgument): BackrefProperty {
  const { property: forward } = relationship;
  const target = relationship.target.class;
  const values = new Map<string, ArgumentValue>();
  for (const name of ["viewonly", "post_update", "passive_updates", "sync_backref"]) {
    const taken = forward.arguments.values.get(name);
    if (taken !== undefined) values.set(name, taken);
  }
  const refused = addKeywords(values, backref.keywords);
  if (refused !== null) return { kind: "fault", fault: atConfiguration(refused) };
  const back: Value = { kind: "string", value: forward.name, at: backref.location };
  values.set("back_populates", { value: back, at: backref.location });
  const given = { values, call: backref.call };
  const options = readRelationshipOptions(given);
  if (options.kind === "fault") return { kind: "fault", fault: atConfiguration(options.fault) };
  if (options.kind === "unknown") return options;
  const argument: Value = { kind: "class", key: forward.parent.key, at: backref.location };
  return {
    kind: "property",
    warnings: options.warnings,
    property: {
      name: backref.name,
      parent: target,
      site: { owner: target, name: backref.name, location: backref.location, call: backref.call },
      origin: "backref",
      arguments: given,
      options: options.options,
      unknownLazy: options.unknownLazy,
      target: { kind: "value", value: argument },
      scope: null,
      inherited: inheritedJoin(relationship),
      addedLater: true,
    },
  };
}

/** SQLAlchemy's error for a backref whose name the other class has already. */
export function backrefNameTaken(name: string, label: string, mapper: string): Fault {
  return {
    code: "other",
    phase: "configuration",
    exception: "ArgumentError",
    message: `Error creating backref '${name}' on relationship '${label}': property of that name exists on mapper '${mapper}'`,
  };
}

/** The join seen from the other side: over an association table the two joins change places. */
function inheritedJoin({ parent, arguments: joined, condition }: ConfiguredRelationship): InheritedJoin {
  const { secondary, foreignKeys } = joined;
  const { primaryjoin, secondaryjoin } = condition;
  if (secondary !== null && secondaryjoin !== null) {
    return {
      secondary,
      primaryjoin: unmarked(secondaryjoin, "keepForeign"),
      secondaryjoin: unmarked(primaryjoin, "keepForeign"),
      foreignKeys,
    };
  }
  const reversed = condition.givenRemote
    ? mapColumns(primaryjoin, (column) => ({ ...column, remote: isLocal(column, parent) }))
    : unmarked(primaryjoin, condition.givenForeign ? "keepForeign" : "clear");
  return { secondary: null, primaryjoin: reversed, secondaryjoin: null, foreignKeys };
}

function unmarked(join: JoinExpression, foreign: "keepForeign" | "clear"): JoinExpression {
  return mapColumns(join, (column) => ({
    ...column,
    remote: false,
    foreign: foreign === "keepForeign" && column.foreign,
  }));
}

/** What `relationship()` refuses when it is called is refused here while mappers are configured. */
function atConfiguration(fault: Fault): Fault {
  return fault.phase === "import" ? { ...fault, phase: "configuration" } : fault;
}
