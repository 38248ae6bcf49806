import type { Expression } from "../../python/syntax.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import type { ClassRegistry } from "./classRegistry.ts";
import { SQLALCHEMY_EXPORTS } from "./sqlalchemyExports.ts";

/** The value of a string argument, or the name in it that SQLAlchemy cannot locate, or why it stays unknown. */
export type RegistryReading =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "missing"; readonly reason: string; readonly path: readonly string[] }
  /** In text a class offers its mapped attributes only: not `__table__`. */
  | { readonly kind: "noAttribute"; readonly classKey: ClassKey; readonly attribute: string }
  | { readonly kind: "ambiguous"; readonly path: string; readonly certain: boolean };

const MAXIMUM_DEPTH = 400;

/**
 * Evaluates Python text that stands in a string argument (`primaryjoin="User.id == Post.user_id"`). Names there are
 * classes, tables and modules of the registry, `foreign` and `remote`, and everything that `sqlalchemy` exports; names of
 * the surrounding module are not seen.
 */
export function evaluateInRegistry(
  expression: Expression,
  owner: MappedClassDeclaration,
  find: ClassRegistry["find"],
  prefer: "classes" | "tables",
  at: Location,
  lacksAttribute: (key: ClassKey, name: string) => boolean,
): RegistryReading {
  let failure: Exclude<RegistryReading, { kind: "value" }> | null = null;
  const value = evaluate(expression, 0);
  return failure ?? { kind: "value", value };

  function evaluate(node: Expression, depth: number): Value {
    if (depth > MAXIMUM_DEPTH) return unknown("an expression nested too deeply");
    const deeper = (child: Expression): Value => evaluate(child, depth + 1);
    switch (node.kind) {
      case "name":
        return evaluatePath([node.name]);
      case "attribute": {
        const path = dottedPath(node);
        if (path !== null) return evaluatePath(path);
        return { kind: "attribute", of: deeper(node.value), name: node.attribute.name, at };
      }
      case "call": {
        if (node.arguments.some((argument) => argument.spread !== "")) return unknown("a call with * or **");
        const positional = node.arguments.filter((argument) => argument.keyword === null);
        const keywords = node.arguments.flatMap(({ keyword, value }) =>
          keyword === null ? [] : [{ name: keyword.name, value: deeper(value), at }],
        );
        const callee = deeper(node.callee);
        const given = positional.map((argument) => deeper(argument.value));
        return { kind: "call", callee, arguments: given, keywords, complete: true, at };
      }
      case "subscript":
        return { kind: "subscript", of: deeper(node.value), items: [deeper(node.index)], at };
      case "string":
        return node.bytes ? unknown("a bytes literal") : { kind: "string", value: node.value, at };
      case "number": {
        const value = Number(node.text.replaceAll("_", ""));
        return Number.isNaN(value) ? unknown("a number") : { kind: "number", value, at };
      }
      case "constant":
        if (node.value === "None") return { kind: "none", at };
        return node.value === "..." ? unknown("...") : { kind: "boolean", value: node.value === "True", at };
      case "list":
      case "tuple":
      case "set":
        return { kind: node.kind, items: node.elements.map(deeper), at };
      case "binary":
        return { kind: "operation", operator: node.operator, operands: [deeper(node.left), deeper(node.right)], at };
      case "unary":
        return { kind: "operation", operator: node.operator, operands: [deeper(node.operand)], at };
      case "comparison": {
        const [operator] = node.operators;
        if (operator === undefined || node.operators.length > 1) return unknown("a chained comparison");
        return { kind: "operation", operator, operands: node.operands.map(deeper), at };
      }
      default:
        return unknown("an expression that is not followed");
    }
  }

  function evaluatePath(path: readonly string[]): Value {
    const entry = find(owner, path, prefer);
    switch (entry.kind) {
      case "class": {
        const attribute = path[entry.consumed];
        if (attribute !== undefined && (attribute.startsWith("__") || lacksAttribute(entry.class.key, attribute)))
          failure ??= { kind: "noAttribute", classKey: entry.class.key, attribute };
        return withAttributes({ kind: "class", key: entry.class.key, at }, path.slice(entry.consumed));
      }
      case "table": {
        const of = { kind: "table", key: entry.table.key } as const;
        return withAttributes({ kind: "table", of, at }, path.slice(entry.consumed));
      }
      case "ambiguous":
        failure ??= entry;
        return unknown("several classes of one name");
      case "missing": {
        const symbol = entry.reason === null ? sqlalchemyName(path[0] ?? "") : null;
        if (symbol !== null) return withAttributes({ kind: "symbol", name: symbol, at }, path.slice(1));
        const reason = entry.reason ?? `name '${path[0]}' is not defined`;
        failure ??= { kind: "missing", reason, path };
        return unknown("a name that cannot be located");
      }
    }
  }

  function withAttributes(value: Value, names: readonly string[]): Value {
    let current = value;
    for (const name of names) current = { kind: "attribute", of: current, name, at };
    return current;
  }

  function unknown(why: string): Value {
    return { kind: "unknown", why, at };
  }
}

/** `a.b.c` as its names, null where something else than a name is at its root. */
export function dottedPath(node: Expression): string[] | null {
  const path: string[] = [];
  let current = node;
  while (current.kind === "attribute") {
    path.push(current.attribute.name);
    current = current.value;
  }
  if (current.kind !== "name") return null;
  path.push(current.name);
  return path.reverse();
}

/** Builtins are visible in the string as everywhere in Python. */
const BUILTIN_NAMES: ReadonlySet<string> = new Set("str int float bool list tuple set dict len".split(" "));

function sqlalchemyName(name: string): string | null {
  if (name === "foreign" || name === "remote") return `sqlalchemy.orm.${name}`;
  if (SQLALCHEMY_EXPORTS.has(name)) return `sqlalchemy.${name}`;
  return BUILTIN_NAMES.has(name) ? `builtins.${name}` : null;
}
