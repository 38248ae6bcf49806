import { readExpression } from "../../python/reader.ts";
import type { OrderTerm } from "../schema/relationship.ts";
import type { ColumnReference, Table } from "../schema/table.ts";
import type { Value } from "../value.ts";
import { readColumn, readTable } from "./columnValue.ts";
import type { JoinExpression } from "./joinExpression.ts";
import type { Mappings } from "./mappings.ts";
import { orderTerms } from "./orderTerms.ts";
import { readJoinExpression } from "./readJoinExpression.ts";
import { evaluateInRegistry } from "./registryExpression.ts";
import type { Fault } from "./relationshipProblem.ts";
import { labelOf, type RelationshipProperty } from "./relationshipProperty.ts";
import { mayBeOutside, unlocated } from "./relationshipTarget.ts";

/** The arguments that name columns, tables and joins, once every class and table can be found. */
export interface JoinArguments {
  readonly orderBy: readonly OrderTerm[] | null;
  readonly primaryjoin: JoinExpression | null;
  readonly secondaryjoin: JoinExpression | null;
  readonly secondary: Table | null;
  readonly foreignKeys: readonly ColumnReference[];
  readonly remoteSide: readonly ColumnReference[];
}

export type JoinArgumentsReading =
  | { readonly kind: "read"; readonly arguments: JoinArguments }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

type Stopped = Exclude<JoinArgumentsReading, { kind: "read" }>;

const RESOLVED_LATE = ["order_by", "primaryjoin", "secondaryjoin", "secondary", "foreign_keys", "remote_side"] as const;

/** What most relationships have. */
const NONE_GIVEN: JoinArgumentsReading = {
  kind: "read",
  arguments: {
    orderBy: [],
    primaryjoin: null,
    secondaryjoin: null,
    secondary: null,
    foreignKeys: [],
    remoteSide: [],
  },
};

/**
 * Resolves the arguments that SQLAlchemy resolves when mappers are configured
 * (`RelationshipProperty._process_dependent_arguments`), in its order, so that the first error is the one it raises.
 */
export function readJoinArguments(property: RelationshipProperty, mappings: Mappings): JoinArgumentsReading {
  const { values } = property.arguments;
  if (property.inherited === null && !RESOLVED_LATE.some((name) => values.has(name))) return NONE_GIVEN;
  const resolved = new Map<string, Value | null>();
  for (const name of RESOLVED_LATE) {
    const value = resolve(name, property, mappings);
    if (value !== null && "stopped" in value) return unknownSecondary(property, mappings) ?? value.stopped;
    resolved.set(name, value);
  }
  const owner = property.parent.key;
  const join = (name: string): JoinExpression | null => {
    const value = resolved.get(name) ?? null;
    return value === null ? null : readJoinExpression(value, owner, mappings);
  };
  const secondary = readSecondary(resolved.get("secondary") ?? null, property, mappings);
  if (secondary !== null && "kind" in secondary) return secondary;
  const foreignKeys = readColumns("foreign_keys", resolved.get("foreign_keys") ?? null, property, mappings);
  if ("kind" in foreignKeys) return foreignKeys;
  const remoteSide = readColumns("remote_side", resolved.get("remote_side") ?? null, property, mappings);
  if ("kind" in remoteSide) return remoteSide;
  const { inherited } = property;
  return {
    kind: "read",
    arguments: {
      orderBy: orderTerms(resolved.get("order_by") ?? null, owner, mappings),
      primaryjoin: join("primaryjoin") ?? inherited?.primaryjoin ?? null,
      secondaryjoin: join("secondaryjoin") ?? inherited?.secondaryjoin ?? null,
      secondary: secondary ?? inherited?.secondary ?? null,
      foreignKeys: values.has("foreign_keys") ? foreignKeys : (inherited?.foreignKeys ?? []),
      remoteSide,
    },
  };
}

/** The value of an argument: text evaluated with the registry's names, a lambda called, anything else as it is. */
function resolve(
  name: string,
  property: RelationshipProperty,
  mappings: Mappings,
): Value | null | { stopped: Stopped } {
  const argument = property.arguments.values.get(name);
  if (argument === undefined || argument.value.kind === "none") return null;
  const { value } = argument;
  if (value.kind === "boolean" && !value.value) return null;
  if (value.kind === "lambda") {
    const returned = mappings.evaluate(value.body, value.scope);
    return returned.kind === "none" ? null : returned;
  }
  if (value.kind !== "string") return value;
  const prefer = name === "secondary" ? "tables" : "classes";
  const reading = evaluateInRegistry(
    readExpression(value.value),
    property.parent,
    mappings.find,
    prefer,
    value.at,
    mappings.lacksAttribute,
  );
  if (reading.kind === "value") return reading.value;
  if (reading.kind === "noAttribute") {
    const shown = `<class '${reading.classKey.replace(":", ".")}'>`;
    const message = `Class ${shown} does not have a mapped column named '${reading.attribute}'`;
    const details = { argument: name };
    return stop({
      kind: "fault",
      fault: { code: "other", phase: "configuration", exception: "AttributeError", message, details },
    });
  }
  if (reading.kind === "ambiguous") return stop({ kind: "unknown", why: `several classes are called ${reading.path}` });
  if (mayBeOutside(reading.path, property, mappings)) {
    return stop({ kind: "unknown", why: `${reading.path.join(".")} in ${name} may be defined outside the workspace` });
  }
  const fault = unlocated(value.value, reading.reason, property, mappings);
  const code = name === "secondary" ? fault.code : "other";
  return stop({ kind: "fault", fault: { ...fault, code, details: { argument: name } } });
}

/** What a join in text cannot find may be the table that was not understood beside it; null where it was, or stands in text. */
function unknownSecondary(property: RelationshipProperty, mappings: Mappings): Stopped | null {
  const given = property.arguments.values.get("secondary")?.value;
  const known = given === undefined || isResolvedLate(given) ? null : readSecondary(given, property, mappings);
  return known !== null && "kind" in known && known.kind === "unknown" ? known : null;
}

/** Text and lambdas are looked up when mappers are configured; False and None stand for nothing. */
function isResolvedLate({ kind }: Value): boolean {
  return kind === "string" || kind === "lambda" || kind === "boolean" || kind === "none";
}

function stop(stopped: Stopped): { stopped: Stopped } {
  return { stopped };
}

function readSecondary(
  value: Value | null,
  property: RelationshipProperty,
  mappings: Mappings,
): Table | null | Stopped {
  if (value === null) return null;
  const table = readTable(value, mappings);
  if (table !== null) return table;
  if (value.kind === "class" && mappings.classOf(value.key) !== null) {
    return {
      kind: "fault",
      fault: {
        code: "other",
        phase: "configuration",
        exception: "ArgumentError",
        message:
          `secondary argument <class '${value.key.replace(":", ".")}'> passed to to relationship() ${labelOf(property)} must ` +
          "be a Table object or other FROM clause; can't send a mapped class directly as rows in 'secondary' are persisted " +
          "independently of a class that is mapped to that same table.",
        details: { argument: "secondary" },
      },
    };
  }
  return {
    kind: "unknown",
    why: value.kind === "unknown" ? `secondary: ${value.why}` : "secondary is no table of the workspace",
  };
}

function readColumns(
  name: string,
  value: Value | null,
  property: RelationshipProperty,
  mappings: Mappings,
): readonly ColumnReference[] | Stopped {
  if (value === null) return [];
  const items = value.kind === "list" || value.kind === "tuple" || value.kind === "set" ? value.items : [value];
  const columns: ColumnReference[] = [];
  for (const item of items) {
    const column = readColumn(withoutMarks(item), property.parent.key, mappings);
    if (column !== null) columns.push(column);
    else if (item.kind === "string" || (item !== value && isFunctionId(item))) {
      const shown = item.kind === "string" ? `'${item.value}'` : "<built-in function id>";
      const message = `Column expression expected for argument '${name}'; got ${shown}.`;
      const fault: Fault = {
        code: "other",
        phase: "configuration",
        exception: "ArgumentError",
        message,
        details: { argument: name },
      };
      return { kind: "fault", fault };
    } else return { kind: "unknown", why: `${name} names something that is no known column` };
  }
  return columns;
}

/** `remote_side=[id]` where the class only annotates `id`, which binds no name in its body: Python has a function of that name. */
function isFunctionId(value: Value): boolean {
  return value.kind === "symbol" && value.name === "builtins.id";
}

/** `foreign(X.id)` in a list of columns, and SQLModel's `col(X.id)`, are the column itself. */
function withoutMarks(value: Value): Value {
  if (value.kind !== "call" || value.callee.kind !== "symbol") return value;
  const [only] = value.arguments;
  return only !== undefined && MARKS.has(value.callee.name) ? only : value;
}

const MARKS: ReadonlySet<string> = new Set(["sqlalchemy.orm.foreign", "sqlalchemy.orm.remote", "sqlmodel.col"]);
