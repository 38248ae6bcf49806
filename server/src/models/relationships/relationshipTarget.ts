import { readExpression } from "../../python/reader.ts";
import type { Expression } from "../../python/syntax.ts";
import { PYTHON_TYPES } from "../annotations/pythonTypes.ts";
import { classNameOf } from "../classKey.ts";
import { mappedByCall } from "../imperative/mappingFunctions.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Scope, SymbolValue, Value } from "../value.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";
import { pythonRepr } from "./pythonRepr.ts";
import { dottedPath } from "./registryExpression.ts";
import type { Fault } from "./relationshipProblem.ts";
import type { RelationshipProperty } from "./relationshipProperty.ts";

export type TargetReading =
  | { readonly kind: "target"; readonly selectable: MappedSelectable }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

/** Finds the class that a relationship refers to, as `RelationshipProperty._setup_entity` does. */
export function findTarget(property: RelationshipProperty, mappings: Mappings): TargetReading {
  const { target, scope } = property;
  if (target.kind === "value") return targetOfValue(target.value, property, mappings);
  if (target.kind === "name" && scope !== null) {
    const named = readExpression(target.text);
    if (dottedPath(named) !== null) return targetOfName(target.text, named, scope, property, mappings);
  }
  return targetOfText(target.text, property, mappings);
}

/**
 * A name in an annotation: SQLAlchemy looks for it in the module, only to take what the thing is called there to the
 * registry, where another class may have that name, too (`resolve_name_to_real_class_name`).
 */
function targetOfName(
  text: string,
  named: Expression,
  scope: Scope,
  property: RelationshipProperty,
  mappings: Mappings,
): TargetReading {
  const value = mappings.evaluate(named, { ...scope, classKey: null });
  if (value.kind === "symbol") {
    return isPythonType(value)
      ? targetOfText(lastName(value.name), property, mappings)
      : unknown("the target is no class of the workspace");
  }
  // An alias such as `Posts = list["Post"]`, which has a name of its own.
  if (value.kind === "subscript") return unknown("the target is no class of the workspace");
  if (value.kind !== "class") return targetOfText(text, property, mappings);
  const found = targetOfText(lastName(classNameOf(value.key)), property, mappings);
  const isLocated = found.kind === "fault" || mappings.classOf(value.key) === null;
  return isLocated ? found : mapped(value.key, mappings);
}

function targetOfValue(value: Value, property: RelationshipProperty, mappings: Mappings): TargetReading {
  switch (value.kind) {
    case "string":
      return targetOfText(value.value, property, mappings);
    case "class":
      if (mappings.classOf(value.key) !== null) return mapped(value.key, mappings);
      if (mappings.mayDefineMore(property.parent.registry, classNameOf(value.key)))
        return unknown(`${value.key} may be mapped elsewhere`);
      return unmapped(value.key.replace(":", "."));
    case "symbol":
      return isPythonType(value) ? unmapped(value.name) : unknown("the target is no class of the workspace");
    case "lambda": {
      const returned = mappings.evaluate(value.body, value.scope);
      if (returned.kind === "string") return notAClass(property, "str");
      return returned.kind === "lambda"
        ? unknown("a lambda that returns a lambda")
        : targetOfValue(returned, property, mappings);
    }
    case "table":
      return notAClass(property, "sqlalchemy.sql.schema.Table");
    case "unknown":
      return unknown(value.why);
    case "call": {
      // `map_imperatively(User, …)` returns the mapper, which is as good as the class.
      const cls = mappedByCall(value);
      return cls === null ? unknown("the target is no class of the workspace") : targetOfValue(cls, property, mappings);
    }
    default:
      return unknown("the target is no class of the workspace");
  }
}

function targetOfText(text: string, property: RelationshipProperty, mappings: Mappings): TargetReading {
  const owner = property.parent;
  const path = text.split(".");
  const entry = mappings.find(owner, path, "classes");
  switch (entry.kind) {
    case "class":
      return entry.consumed === path.length
        ? mapped(entry.class.key, mappings)
        : unknown("the target is an attribute of a class");
    case "table":
      return entry.consumed === path.length
        ? notAClass(property, "sqlalchemy.sql.schema.Table")
        : unknown("the target is an attribute of a table");
    case "ambiguous":
      if (!entry.certain) return unknown(`several classes are called ${entry.path}`);
      return fault(
        "InvalidRequestError",
        `Multiple classes found for path "${entry.path}" in the registry of this declarative base. Please use a fully ` +
          "module-qualified path.",
        "other",
      );
    case "missing":
      return missing(text, entry.reason, property, mappings);
  }
}

function missing(
  text: string,
  reason: string | null,
  property: RelationshipProperty,
  mappings: Mappings,
): TargetReading {
  const isPath = /^[\w.]+$/.test(text);
  if (!isPath && !property.parent.complete) {
    return unknown(`not all of class ${property.parent.name} could be read, which may make something else of ${text}`);
  }
  const generic = reason === null ? /^(.+)\[(.+)\]/s.exec(text) : null;
  const mapper = mapperText(property, mappings);
  if (generic !== null) {
    const inner = (generic[2] ?? "").replace(/^'+|'+$/g, "");
    return fault(
      "InvalidRequestError",
      `When initializing mapper ${mapper}, expression "relationship(${pythonRepr(text)})" seems to be using a generic class ` +
        "as the argument to relationship(); please state the generic argument using an annotation, e.g. " +
        `"${property.name}: Mapped[${generic[1]}['${inner}']] = relationship()"`,
      "relationship-annotation",
    );
  }
  if (isPath && mayBeOutside(text.split("."), property, mappings)) {
    return unknown(`${text} may be defined outside the workspace`);
  }
  // Text such as "Team | None" is an annotation that SQLModel hands on as it stands.
  const code = isPath ? "unknown-relationship-target" : "relationship-annotation";
  return {
    kind: "fault",
    fault: {
      ...unlocated(text, reason ?? text, property, mappings),
      code,
      details: { argument: "target", name: text },
    },
  };
}

/**
 * Whether a dotted path that is not located may mean something out of sight: a name that other code may define, or any name
 * where the bases of the owner, and so its registry, are not known.
 */
export function mayBeOutside(path: readonly string[], { parent }: RelationshipProperty, mappings: Mappings): boolean {
  return !parent.complete || path.some((name) => mappings.mayDefineMore(parent.registry, name));
}

/** SQLAlchemy's error for a name in a string argument. `reason` is what its message repeats in parentheses. */
export function unlocated(text: string, reason: string, property: RelationshipProperty, mappings: Mappings): Fault {
  const owner = property.parent.key.replace(":", ".");
  return {
    code: "unknown-relationship-target",
    phase: "configuration",
    exception: "InvalidRequestError",
    message:
      `When initializing mapper ${mapperText(property, mappings)}, expression ${pythonRepr(text)} failed to locate a name ` +
      `(${pythonRepr(reason)}). If this is a class name, consider adding this relationship() to the <class '${owner}'> class ` +
      "after both dependent classes have been defined.",
  };
}

/** `Mapper[User(user)]`, as SQLAlchemy prints a mapper. */
function mapperText(property: RelationshipProperty, mappings: Mappings): string {
  return mapperName(property.parent.key, mappings);
}

export function mapperName(key: ClassKey, mappings: Mappings): string {
  const selectable = mappings.selectableOf(key);
  return `Mapper[${selectable?.class.name ?? key}(${selectable?.local.name ?? ""})]`;
}

function mapped(key: ClassKey, mappings: Mappings): TargetReading {
  const selectable = mappings.selectableOf(key);
  return selectable === null ? unknown(`the table of ${key} is not known`) : { kind: "target", selectable };
}

/** Whether a name is that of a class of Python's own, which no registry can have mapped. */
function isPythonType({ name }: SymbolValue): boolean {
  return PYTHON_TYPES.has(name);
}

function lastName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf(".") + 1);
}

function unmapped(qualifiedName: string): TargetReading {
  return fault("UnmappedClassError", `Class '${qualifiedName}' is not mapped`);
}

function notAClass(property: RelationshipProperty, type: string): TargetReading {
  return fault(
    "ArgumentError",
    `relationship '${property.name}' expects a class or a mapper argument (received: <class '${type}'>)`,
  );
}

function unknown(why: string): TargetReading {
  return { kind: "unknown", why };
}

function fault(exception: string, message: string, code = "unknown-relationship-target"): TargetReading {
  return { kind: "fault", fault: { code, phase: "configuration", exception, message } };
}
