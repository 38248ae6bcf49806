import { calleeName } from "../columns/callReader.ts";
import type { CallValue, Value } from "../value.ts";

/** What an attribute of a mapped class is to SQLAlchemy. */
export type AttributeKind =
  | { readonly kind: "column" }
  | { readonly kind: "relationship" }
  /** `deferred(Column(...))`, `column_property(Column(...))`: columns inside another property. */
  | { readonly kind: "columnsInside"; readonly columns: readonly CallValue[] }
  /** `composite(Point, mapped_column("x"), mapped_column("y"))`: one value over several columns. */
  | { readonly kind: "composite"; readonly call: CallValue }
  /** An attribute of the mapped table's column: `uid = __table__.c.id`. */
  | { readonly kind: "tableColumn"; readonly column: string }
  /** `column_property(first + last)`: something that each SELECT evaluates. */
  | { readonly kind: "expression" }
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: string };

const COLUMNS: ReadonlySet<string> = new Set(["sqlalchemy.Column", "sqlalchemy.orm.mapped_column"]);

const RELATIONSHIPS: ReadonlySet<string> = new Set(["sqlalchemy.orm.relationship", "sqlalchemy.orm.dynamic_loader"]);

const HOLDING_COLUMNS: ReadonlySet<string> = new Set(["sqlalchemy.orm.deferred", "sqlalchemy.orm.column_property"]);

/** Columns that no attribute stands for. */
const SENTINELS: ReadonlySet<string> = new Set(["sqlalchemy.orm.orm_insert_sentinel", "sqlalchemy.insert_sentinel"]);

export function kindOfAttribute(value: Value): AttributeKind {
  switch (value.kind) {
    case "unknown":
      return { kind: "unknown", why: value.why };
    case "attribute":
      return value.of.kind === "attribute" && (value.of.name === "c" || value.of.name === "columns")
        ? { kind: "tableColumn", column: value.name }
        : { kind: "none" };
    case "call":
      return kindOfCall(value);
    default:
      return { kind: "none" };
  }
}

function kindOfCall(call: CallValue): AttributeKind {
  const callee = calleeName(call);
  if (COLUMNS.has(callee)) return { kind: "column" };
  if (RELATIONSHIPS.has(callee)) return { kind: "relationship" };
  if (SENTINELS.has(callee)) return { kind: "unknown", why: `${callee} is not understood` };
  if (callee === "sqlalchemy.orm.composite") return { kind: "composite", call };
  if (HOLDING_COLUMNS.has(callee)) {
    const [first] = call.arguments;
    if (first?.kind === "attribute" && kindOfAttribute(first).kind === "tableColumn") return kindOfAttribute(first);
    const columns = call.arguments.filter((value) => COLUMNS.has(calleeName(value)));
    return columns.length === 0
      ? { kind: "expression" }
      : { kind: "columnsInside", columns: columns.filter((value) => value.kind === "call") };
  }
  if (call.callee.kind === "symbol" && !ADDS_NOTHING.test(callee)) {
    return { kind: "unknown", why: `${callee} is not in the workspace` };
  }
  if (call.callee.kind === "function")
    return { kind: "unknown", why: `what ${call.callee.key} returns could not be followed` };
  return { kind: "none" };
}

/** Libraries whose calls make no column and no relationship, those of SQLAlchemy dealt with above apart. */
const ADDS_NOTHING =
  /^(sqlalchemy|sqlmodel|builtins|typing|re|datetime|uuid|decimal|enum|functools|operator|collections|logging|dataclasses|os|sys|pathlib|json|string|itertools|pydantic|marshmallow)\./;
