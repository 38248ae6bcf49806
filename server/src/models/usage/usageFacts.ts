import type { Expression, Import, ImportFrom, Module, Span } from "../../python/syntax.ts";
import { boundedExpression } from "../boundedExpression.ts";
import { columnsAskedToBeSet } from "./askedColumns.ts";
import { type CallChain, callChainsIn } from "./callChains.ts";
import { type EngineFact, engineFactsIn } from "./engineFacts.ts";
import { type PragmaFact, readPragmaFacts } from "./pragmaFacts.ts";
import { followRows } from "./rowFlow.ts";
import { isOneRow, type RowSource, type RowVariables, rowSourcesOf, rowsOfQuery } from "./rowSource.ts";

/** What a file does with rows and databases, before names are resolved. Plain, serialisable data. */
export interface UsageFacts {
  readonly file: string;
  readonly deletes: readonly DeleteFact[];
  readonly engines: readonly EngineFact[];
  readonly pragmas: readonly PragmaFact[];
}

/** A call that looks like a delete. Whether it is one, and of what, is decided when names are resolved. */
export interface DeleteFact extends Span {
  readonly kind: "session" | "bulk" | "query";
  readonly subject: Span;
  /** `bulk`: the function called, to be resolved to SQLAlchemy's `delete`. */
  readonly callee: Expression | null;
  /** `session`: the last name before `.delete` (`session`, `db_session`, …). */
  readonly receiver: string | null;
  readonly sources: readonly RowSource[];
  readonly chain: readonly (Span & { readonly name: string })[];
  /** Imports inside the function that the names above may come from. */
  readonly imports: readonly (Import | ImportFrom)[];
  /** The names of the exceptions that are caught around it. */
  readonly caught: readonly string[];
  /** The columns that the function asked to be set before it deletes. */
  readonly askedColumns: readonly string[];
}

type Bare = Omit<DeleteFact, "caught" | "askedColumns">;

const mentions = /\bdelete\s*\(|create_(?:async_)?engine|foreign_keys|SQLALCHEMY_DATABASE_URI/;

/** Whether a stretch of text can contain anything that `readUsageFacts` looks for; false lets a reader skip it. */
export function mayUseDatabase(text: string): boolean {
  return mentions.test(text);
}

/** Collects deletes, engines and pragmas of one file. `module` may have been read without the bodies that cannot matter. */
export function readUsageFacts(file: string, text: string, module: Module): UsageFacts {
  if (!mayUseDatabase(text)) return { file, deletes: [], engines: [], pragmas: [] };
  const deletes: DeleteFact[] = [];
  const engines: EngineFact[] = [];
  followRows(module.body, {
    expression: (expression, variables, { imports, caught, seen }) => {
      for (const name of columnsAskedToBeSet(expression)) seen.add(name);
      for (const chain of callChainsIn(expression)) {
        const fact = deleteFactOf(chain, variables, imports);
        if (fact !== null) deletes.push({ ...fact, caught, askedColumns: [...seen] });
      }
      engines.push(...engineFactsIn(expression));
    },
    function: () => {},
  });
  const byPosition = (a: Span, b: Span) => a.start - b.start;
  return {
    file,
    deletes: deletes.sort(byPosition),
    engines: engines.sort(byPosition),
    pragmas: readPragmaFacts(module),
  };
}

/** True where nothing that depends on usage facts can come out differently for `a` and `b`. */
export function equalUsage(a: UsageFacts, b: UsageFacts): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function deleteFactOf(
  chain: CallChain,
  variables: RowVariables,
  imports: readonly (Import | ImportFrom)[],
): Bare | null {
  return bulkDelete(chain, imports) ?? methodDelete(chain, variables, imports);
}

/** `delete(User).where(…)`, `sa.delete(User)`. */
function bulkDelete(chain: CallChain, imports: DeleteFact["imports"]): Bare | null {
  const { base, links, outermost } = chain;
  if (base !== null) {
    const argument = onlyArgument(base);
    if (argument === null || base.callee.kind !== "name") return null;
    // Any name may be SQLAlchemy's `delete` under an alias; resolution tells.
    if (!/delete/i.test(base.callee.name)) return null;
    return { ...bulkFact(argument, base.callee, outermost, imports), chain: methodsOf(links) };
  }
  const index = links.findIndex(({ name, call }) => name.name === "delete" && call !== null);
  const call = links[index]?.call ?? null;
  const argument = call === null ? null : onlyArgument(call);
  // `sa.delete(User)` and `session.delete(user)` look alike; the chain root decides at resolution.
  if (call === null || argument === null || index !== 0 || call.callee.kind !== "attribute") return null;
  const named = withoutTable(argument);
  if (named.kind !== "name" && named.kind !== "attribute") return null;
  const looksLikeClass = named.kind === "name" ? /^_?[A-Z]/.test(named.name) : /^[A-Z]/.test(named.attribute.name);
  if (!looksLikeClass) return null;
  return { ...bulkFact(argument, call.callee, outermost, imports), chain: methodsOf(links.slice(1)) };
}

function bulkFact(
  argument: Expression,
  callee: Expression,
  outermost: Span,
  imports: DeleteFact["imports"],
): Omit<Bare, "chain"> {
  return {
    kind: "bulk",
    start: outermost.start,
    end: outermost.end,
    subject: spanOf(argument),
    callee: boundedExpression(callee),
    receiver: null,
    sources: [{ kind: "class", named: boundedExpression(withoutTable(argument)), many: true }],
    imports,
  };
}

/** `User` of `User.__table__`. */
function withoutTable(expression: Expression): Expression {
  return expression.kind === "attribute" && expression.attribute.name === "__table__" ? expression.value : expression;
}

/**
 * `session.delete(user)`, `session.query(User).filter(…).delete()`, `User.query.delete()`, `User.__table__.delete()`, and
 * `users.delete()` where the variable holds a query.
 */
function methodDelete(chain: CallChain, variables: RowVariables, imports: DeleteFact["imports"]): Bare | null {
  const { root, links, outermost } = chain;
  const index = links.findIndex(({ name, call }) => name.name === "delete" && call !== null);
  const call = links[index]?.call;
  if (index < 0 || !call) return null;
  const common = { start: outermost.start, end: outermost.end, callee: null, imports };
  const positional = call.arguments.filter(({ keyword, spread }) => keyword === null && spread === "");
  const query = links.findIndex(({ name }) => name.name === "query" || name.name === "__table__");
  if (query >= 0 && query < index) {
    // What answers one row has that row's own method called, which is whatever the project makes it.
    if (isOneRow(links.slice(query + 1, index))) return null;
    const asked = links[query];
    const named = asked?.call ? (asked.call.arguments[0]?.value ?? null) : query === 0 ? root : null;
    if (named === null) return null;
    const kind = asked?.name.name === "query" ? "query" : "bulk";
    if (kind === "query" && !takesOnlyOptions(call)) return null;
    const before = kind === "query" ? links.slice(query + 1, index) : links.slice(index + 1);
    return {
      ...common,
      kind,
      subject: spanOf(named),
      receiver: null,
      sources: [{ kind: "class", named: boundedExpression(named), many: true }],
      chain: methodsOf(before),
    };
  }
  const [argument] = positional;
  if (argument === undefined && takesOnlyOptions(call)) {
    const sources = rowsOfQuery(root, links.slice(0, index), variables);
    if (sources === null) return null;
    return {
      ...common,
      kind: "query",
      subject: spanOf(root),
      receiver: null,
      sources: sources.map(boundedSource),
      chain: methodsOf(links.slice(0, index)),
    };
  }
  if (argument === undefined || call.arguments.length !== 1) return null;
  const before = links[index - 1]?.name.name ?? (root.kind === "name" ? root.name : null);
  return {
    ...common,
    kind: "session",
    subject: spanOf(argument.value),
    receiver: before,
    sources: rowSourcesOf(argument.value, variables).map(boundedSource),
    chain: [],
  };
}

// `Query.delete` is told how to synchronise the session and nothing else; a project's own query class may define another.
function takesOnlyOptions(call: CallChain["outermost"]): boolean {
  return call.arguments.every(
    ({ keyword, spread, value }) =>
      spread === "" && (keyword !== null || value.kind === "constant" || value.kind === "string"),
  );
}

function boundedSource(source: RowSource): RowSource {
  switch (source.kind) {
    case "annotation":
      return { ...source, annotation: boundedExpression(source.annotation) };
    case "class":
      return { ...source, named: boundedExpression(source.named) };
    case "returned":
      return { ...source, callee: boundedExpression(source.callee) };
    case "attribute":
      return { ...source, of: source.of.map(boundedSource) };
    case "unknown":
      return source;
  }
}

function onlyArgument(call: CallChain["outermost"]): Expression | null {
  const [argument, second] = call.arguments;
  return argument === undefined || second !== undefined || argument.keyword !== null || argument.spread !== ""
    ? null
    : argument.value;
}

function methodsOf(links: CallChain["links"]): DeleteFact["chain"] {
  return links.map(({ name }) => ({ name: name.name, start: name.start, end: name.end }));
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
