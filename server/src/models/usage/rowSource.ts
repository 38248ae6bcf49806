import type { Expression } from "../../python/syntax.ts";
import { type CallChain, callChainOf } from "./callChains.ts";

/**
 * Where the rows in a variable come from, as far as one expression tells: an expression that names their class, to be
 * resolved once every file is known. `many` where the value is a collection or result of rows.
 */
export type RowSource =
  /** `x: User`, `users: list[User]`. */
  | { readonly kind: "annotation"; readonly annotation: Expression; readonly many: boolean }
  /** `session.get(User, 1)`, `select(User)`, `User.query`, `User(...)`. */
  | { readonly kind: "class"; readonly named: Expression; readonly many: boolean }
  /** `find_user(...)`: whatever the function says it returns. */
  | { readonly kind: "returned"; readonly callee: Expression; readonly many: boolean }
  /** `user.posts`: what the relationship of that name leads to, `depth` attributes away from a source of another kind. */
  | {
      readonly kind: "attribute";
      readonly of: readonly RowSource[];
      readonly name: string;
      readonly depth: number;
      readonly many: boolean;
    }
  | { readonly kind: "unknown"; readonly many: boolean };

/** `team.owner.posts` is followed; what is further away would take ever longer where branches meet. */
const furthestAttribute = 3;

export type RowVariables = ReadonlyMap<string, readonly RowSource[]>;

export const unknownRows: readonly RowSource[] = [{ kind: "unknown", many: false }];

/** Methods after which a statement, query or result is one row, or None. */
const takesOne: ReadonlySet<string> = new Set([
  "one",
  "one_or_none",
  "first",
  "scalar",
  "scalar_one",
  "scalar_one_or_none",
  "get",
  "get_or_404",
  "first_or_404",
  "one_or_404",
  "fetchone",
]);

/** Methods after which a statement, query or result still stands for the same rows. */
const keepsRows: ReadonlySet<string> = new Set([
  ...takesOne,
  "all",
  "distinct",
  "execution_options",
  "fetchall",
  "filter",
  "filter_by",
  "group_by",
  "having",
  "join",
  "limit",
  "offset",
  "options",
  "order_by",
  "outerjoin",
  "scalars",
  "unique",
  "where",
  "with_for_update",
  "yield_per",
]);

/** Functions of Python that answer the items of their first argument. */
const sameItems: ReadonlySet<string> = new Set(["list", "reversed", "set", "sorted", "tuple"]);

/** Methods of Flask-SQLAlchemy that run the statement which is their first argument. */
const takesOneOf: ReadonlySet<string> = new Set(["first_or_404", "one_or_404"]);

/** Methods of sessions that answer one object of the class that is their first argument. */
const getsByKey: ReadonlySet<string> = new Set(["get", "get_one", "get_or_404"]);

/** Methods that run a statement, which is their first argument. */
const runsStatement: ReadonlySet<string> = new Set([
  "exec",
  "execute",
  "scalar",
  "scalars",
  "stream",
  "stream_scalars",
]);

/** Where the rows come from that an expression evaluates to; empty never. */
export function rowSourcesOf(expression: Expression, variables: RowVariables): readonly RowSource[] {
  switch (expression.kind) {
    case "name":
      return variables.get(expression.name) ?? unknownRows;
    case "await":
    case "named":
      return rowSourcesOf(expression.value, variables);
    case "conditional":
      return [...rowSourcesOf(expression.then, variables), ...rowSourcesOf(expression.otherwise, variables)];
    case "subscript":
      return one(rowSourcesOf(expression.value, variables));
    case "call": {
      const chain = callChainOf(expression);
      return chain === null ? unknownRows : rowsOfChain(chain, variables);
    }
    case "attribute":
      return expression.attribute.name === "query"
        ? afterMethods(expression.value, [])
        : rowsOfAttribute(rowSourcesOf(expression.value, variables), expression.attribute.name);
    case "constant":
      // `user = None` before a branch says nothing about what may be deleted later.
      return expression.value === "None" ? [] : unknownRows;
    default:
      return unknownRows;
  }
}

/** What one item of the collection is, as in `for item in collection`. */
export function itemsOf(sources: readonly RowSource[]): readonly RowSource[] {
  return sources.map((source) => {
    // `users: list[User]` names its items; which collection it is makes no difference to their class.
    if (source.kind === "annotation" || source.kind === "attribute" || source.many) return { ...source, many: false };
    return { kind: "unknown", many: false };
  });
}

function rowsOfAttribute(of: readonly RowSource[], name: string): readonly RowSource[] {
  const depth = 1 + Math.max(0, ...of.map((source) => (source.kind === "attribute" ? source.depth : 0)));
  const isKnown = depth <= furthestAttribute && of.every(({ kind }) => kind !== "unknown");
  return isKnown ? [{ kind: "attribute", of, name, depth, many: false }] : unknownRows;
}

function rowsOfChain(chain: CallChain, variables: RowVariables): readonly RowSource[] {
  const { base, root, links } = chain;
  if (base !== null) {
    const [argument] = base.arguments;
    const name = base.callee.kind === "name" ? base.callee.name : "";
    if (links.length === 0) {
      if (sameItems.has(name) && argument !== undefined) return rowSourcesOf(argument.value, variables);
      if (name === "next" && argument !== undefined) return one(rowSourcesOf(argument.value, variables));
      // A statement: `select(User)`. Any other call may be a constructor or a function; which one is decided later.
      if (name === "select" && argument !== undefined) return [{ kind: "class", named: argument.value, many: true }];
      return [{ kind: "returned", callee: base.callee, many: false }];
    }
    if (name === "select" && argument !== undefined) return afterMethods(argument.value, links.slice(0));
    return unknownRows;
  }
  const [first] = links;
  const last = links.at(-1);
  const runner = links.findIndex(({ name, call }) => runsStatement.has(name.name) && call?.arguments.length);
  if (runner >= 0) {
    const statement = links[runner]?.call?.arguments[0]?.value;
    const rest = links.slice(runner + 1);
    const scalar = links[runner]?.name.name === "scalar";
    if (statement === undefined) return unknownRows;
    const sources = rowSourcesOf(statement, variables);
    return scalar || rest.some(({ name }) => takesOne.has(name.name)) ? one(sources) : sources;
  }
  const selected = first?.name.name === "select" ? first.call?.arguments[0]?.value : undefined;
  if (selected !== undefined) return afterMethods(selected, links.slice(1));
  const query = links.findIndex(({ name }) => name.name === "query");
  if (query >= 0) {
    const called = links[query]?.call ?? null;
    const named = called === null ? (query === 0 ? root : null) : (called.arguments[0]?.value ?? null);
    return named === null ? unknownRows : afterMethods(named, links.slice(query + 1));
  }
  if (last?.call && getsByKey.has(last.name.name) && last.call.arguments.length >= 2) {
    const named = last.call.arguments[0]?.value;
    if (named !== undefined) return [{ kind: "class", named, many: false }];
  }
  const given = last?.call?.arguments[0]?.value;
  if (last && given !== undefined) {
    if (takesOneOf.has(last.name.name)) return one(rowSourcesOf(given, variables));
    if (last.name.name === "merge") return rowSourcesOf(given, variables);
  }
  const rows = root.kind === "name" ? variables.get(root.name) : undefined;
  if (rows?.some(({ many }) => many) && keepRows(links)) return isOneRow(links) ? one(rows) : rows;
  if (last?.call) return [{ kind: "returned", callee: last.call.callee, many: false }];
  return unknownRows;
}

/** The rows of a query that a variable holds, with what is called on it; null where it may be anything else. */
export function rowsOfQuery(
  root: Expression,
  links: CallChain["links"],
  variables: RowVariables,
): readonly RowSource[] | null {
  const rows = root.kind === "name" ? (variables.get(root.name) ?? []) : [];
  const isQuery = rows.length > 0 && rows.every(({ kind, many }) => kind === "class" && many);
  return isQuery && keepRows(links) && !isOneRow(links) ? rows : null;
}

function keepRows(links: CallChain["links"]): boolean {
  return links.every(({ name, call }) => call !== null && keepsRows.has(name.name));
}

/** Whether one of the methods makes one row out of a query. */
export function isOneRow(links: CallChain["links"]): boolean {
  return links.some(({ name }) => takesOne.has(name.name));
}

function afterMethods(named: Expression, links: CallChain["links"]): readonly RowSource[] {
  return [{ kind: "class", named, many: !isOneRow(links) }];
}

function one(sources: readonly RowSource[]): readonly RowSource[] {
  return sources.map((source) => ({ ...source, many: false }));
}
