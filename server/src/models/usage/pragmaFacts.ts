import type { FunctionDefinition, Module, Span } from "../../python/syntax.ts";
import { callChainsIn } from "./callChains.ts";
import { followRows } from "./rowFlow.ts";

/** A statement that switches on SQLite's foreign keys, and whether the code around it runs for every connection. */
export interface PragmaFact extends Span {
  readonly scope: "listener" | "once";
}

const switchesOn = /pragma\s+foreign_keys\s*=\s*(?:on|1|true|yes)/i;

/**
 * The places that switch `PRAGMA foreign_keys` on (SQLite documentation: "Foreign Key Support"). It holds per connection,
 * so only a function that SQLAlchemy calls for each "connect" event counts as `listener`.
 */
export function readPragmaFacts(module: Module): readonly PragmaFact[] {
  const functions: FunctionDefinition[] = [];
  const listening = new Set<string>();
  const once: Span[] = [];
  followRows(module.body, {
    function: (definition) => functions.push(definition),
    expression: (expression) => {
      for (const { base, links, outermost } of callChainsIn(expression)) {
        const name = base !== null && base.callee.kind === "name" ? base.callee.name : links.at(-1)?.name.name;
        const [, event, listener] = outermost.arguments.map(({ value }) => value);
        if (name === "listen" && isConnect(event) && listener?.kind === "name") listening.add(listener.name);
        if (outermost.arguments.some(({ value }) => mentionsPragma(value))) once.push(outermost);
      }
    },
  });
  const listeners = functions.filter(
    ({ name, decorators }) => listening.has(name.name) || decorators.some((decorator) => listensForConnect(decorator)),
  );
  const facts = once.map(({ start, end }): PragmaFact => {
    const inListener = listeners.some((listener) => listener.start <= start && end <= listener.end);
    return { scope: inListener ? "listener" : "once", start, end };
  });
  return facts.sort((a, b) => a.start - b.start);
}

function listensForConnect(decorator: FunctionDefinition["decorators"][number]): boolean {
  return callChainsIn(decorator).some(({ base, links, outermost }) => {
    const name = base !== null && base.callee.kind === "name" ? base.callee.name : links.at(-1)?.name.name;
    return name === "listens_for" && isConnect(outermost.arguments[1]?.value);
  });
}

function isConnect(value: FunctionDefinition["decorators"][number] | undefined): boolean {
  return value?.kind === "string" && value.value === "connect";
}

function mentionsPragma(value: FunctionDefinition["decorators"][number]): boolean {
  if (value.kind === "string") return switchesOn.test(value.value);
  // `text("PRAGMA …")` inside the call is found as a call of its own; only the outermost literal counts here.
  return false;
}
