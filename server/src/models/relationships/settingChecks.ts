import type { ConfiguredRelationship } from "./configureRelationship.ts";
import type { Fault } from "./relationshipProblem.ts";
import { labelOf } from "./relationshipProperty.ts";

/**
 * Cascades that SQLAlchemy refuses once the direction is known (`RelationshipProperty._check_cascade_settings`). `details`
 * of the first: `direction` and `cascade`, comma-separated.
 */
export function checkCascades(relationship: ConfiguredRelationship): readonly Fault[] {
  const { property, condition } = relationship;
  const { cascade, passiveDeletes, singleParent } = property.options;
  const label = labelOf(property);
  const faults: Fault[] = [];
  if (cascade.includes("delete-orphan") && !singleParent && condition.direction !== "ONETOMANY") {
    faults.push(orphanOnManySide(relationship));
  }
  if (passiveDeletes === "all" && (cascade.includes("delete") || cascade.includes("delete-orphan"))) {
    faults.push({
      code: "passive-deletes-all-with-delete",
      phase: "configuration",
      exception: "ArgumentError",
      message: `On ${label}, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade`,
    });
  }
  return faults;
}

/** Collection types that SQLAlchemy cannot make its own: it does not know how to add to them, or they cannot be changed. */
const REFUSED_COLLECTIONS: ReadonlyMap<string, readonly [exception: string, message: string]> = new Map([
  ["builtins.dict", noAppender("InstrumentedDict")],
  ["builtins.tuple", noAppender("tuple")],
  ["builtins.frozenset", noAppender("frozenset")],
  ["collections.defaultdict", immutable("__setitem__", "defaultdict")],
  ["typing.DefaultDict", immutable("__setitem__", "defaultdict")],
  ["collections.OrderedDict", immutable("__setitem__", "OrderedDict")],
  ["typing.OrderedDict", immutable("__setitem__", "OrderedDict")],
  ["collections.deque", immutable("append", "deque")],
  ["typing.Deque", immutable("append", "deque")],
]);

function noAppender(type: string): readonly [string, string] {
  return ["ArgumentError", `Type ${type} must elect an appender method to be a collection class`];
}

function immutable(method: string, type: string): readonly [string, string] {
  return ["TypeError", `cannot set '${method}' attribute of immutable type 'collections.${type}'`];
}

/** Ways of loading that SQLAlchemy refuses, and collections that it cannot fill, which it finds out last. */
export function checkLoading({ property, uselist }: ConfiguredRelationship): readonly Fault[] {
  const { lazy, collection } = property.options;
  const label = labelOf(property);
  const faults: Fault[] = [];
  if (property.unknownLazy !== null) {
    faults.push({
      code: "other",
      phase: "configuration",
      exception: "LoaderStrategyException",
      message: `Can't find strategy (('lazy', ${property.unknownLazy}),) for ${label}`,
      details: { argument: "lazy" },
    });
  }
  if ((lazy === "dynamic" || lazy === "write_only") && !uselist) {
    faults.push({
      code: "other",
      phase: "configuration",
      exception: "InvalidRequestError",
      message:
        `On relationship ${label}, 'dynamic' loaders cannot be used with many-to-one/one-to-one relationships and/or ` +
        "uselist=False.",
      details: { argument: "lazy" },
    });
  }
  const refused = lazy === "dynamic" || lazy === "write_only" ? undefined : REFUSED_COLLECTIONS.get(collection ?? "");
  if (refused !== undefined && uselist) {
    const [exception, message] = refused;
    faults.push({
      code: "other",
      phase: "configuration",
      exception,
      message,
      details: { argument: "collection_class" },
    });
  }
  return faults;
}

function orphanOnManySide({ property, condition, parent, target }: ConfiguredRelationship): Fault {
  const { cascade } = property.options;
  const direction = condition.direction === "MANYTOONE" ? "many-to-one" : "many-to-many";
  const label = labelOf(property);
  const deletes = cascade.includes("delete");
  const onMany = condition.direction === "MANYTOONE" ? "cascade-on-many-to-one" : "cascade-over-many-to-many";
  return {
    code: deletes ? onMany : "delete-orphan-needs-single-parent",
    phase: "configuration",
    exception: "ArgumentError",
    message:
      `For ${direction} relationship ${label}, delete-orphan cascade is normally configured only on the "one" side of a ` +
      'one-to-many relationship, and not on the "many" side of a many-to-one or many-to-many relationship.  To force this ' +
      `relationship to allow a particular "${target.class.name}" object to be referenced by only a single ` +
      `"${parent.class.name}" object at a time via the ${label} relationship, which would allow delete-orphan cascade to take ` +
      "place in this direction, set the single_parent=True flag.",
    details: { direction, cascade: cascade.join(",") },
  };
}
