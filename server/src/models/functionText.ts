import type { FunctionDefinition, Span } from "../python/syntax.ts";
import type { FunctionFact } from "./fact.ts";

/** What functions that make models cannot do without. */
const DEFINING_MODELS =
  /Table\(|elationship\(|\brelation\(|Column\(|mapped_column\(|\bmap_imperatively\(|__tablename__|\btable\s*=\s*True/;
const GIVING_ATTRIBUTES = /\bsetattr\(|\bcls\.(?!__)\w+\s*=[^=]|\btype\(/;
/** A metaclass maps a class that its library would not map, or changes its annotations before the library reads them. */
const MAKING_CLASSES = /\bDeclarativeMeta\.__init__\(|__annotations__["']?\]?(\[[^\]\n]*\])?\s*=[^=]/;
/** A function longer than this is not searched; what it defines is then left open. */
const LONGEST_FUNCTION = 20_000;

/** What a function may define when it is called, as far as its text shows. */
export function definedBy(text: string, { start, end }: Span): FunctionFact["defines"] {
  if (end - start > LONGEST_FUNCTION) return "attributes";
  const source = text.slice(start, end);
  if (DEFINING_MODELS.test(source)) return "models";
  return GIVING_ATTRIBUTES.test(source) || MAKING_CLASSES.test(source) ? "attributes" : "nothing";
}

const RAISING = /^[ \t]*raise\s+(?:\w+\.)*(\w+)/m;
const SPEAKING_TO_DATABASE = /\bexecute\(|\bobject_session\(|\bsession\b|\.query\b/i;
const CHANGING_ROWS = /\b(delete|update)\(|\bDELETE\s+FROM\s|\bUPDATE\s+\w/i;

/** What a function may do when SQLAlchemy calls it for an object that is flushed: with a mapper, a connection and the object. */
export function flushEffectOf(
  text: string,
  { parameters, start, end }: FunctionDefinition,
): FunctionFact["whenFlushed"] {
  if (parameters.length !== 3 || end - start > LONGEST_FUNCTION) return null;
  const source = text.slice(start, end);
  const raises = RAISING.exec(source)?.[1] ?? null;
  const writes = SPEAKING_TO_DATABASE.test(source) && CHANGING_ROWS.test(source);
  return raises === null && !writes ? null : { raises, writes };
}

const MAPPING = /\bmap_imperatively\(|\bmapper\(/;

/** Whether a function may map classes imperatively. */
export function mapsClasses(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST_FUNCTION && MAPPING.test(text.slice(start, end));
}

const MAKING_COLUMNS = /Column\(|mapped_column\(|Field\(|ForeignKey\(|elationship\(/;

/** How many statements of a function are followed. Helpers that make columns may be long; one that makes a name or an option is a few lines. */
export function longestHelper(text: string, { start, end }: Span): number {
  return end - start <= LONGEST_FUNCTION && MAKING_COLUMNS.test(text.slice(start, end)) ? 60 : 12;
}
