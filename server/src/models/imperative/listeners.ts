import { classNameOf } from "../classKey.ts";
import { calleeName, keywordOf } from "../columns/callReader.ts";
import type { Gap } from "../declaredTable.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { FunctionFact } from "../fact.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { FlushListener } from "../schema/mappedClass.ts";
import type { CallValue, Scope } from "../value.ts";

/** Events that SQLAlchemy fires while classes are mapped, tables made and mappers configured. */
const MAPPING_EVENTS: ReadonlySet<string> = new Set([
  "mapper_configured",
  "before_mapper_configured",
  "after_mapper_constructed",
  "before_configured",
  "after_configured",
  "instrument_class",
  "class_instrument",
  "attribute_instrument",
  "column_reflect",
  "before_parent_attach",
  "after_parent_attach",
]);

const FLUSH_EVENTS: readonly FlushListener["event"][] = [
  "before_delete",
  "after_delete",
  "before_update",
  "after_update",
];

/** `@event.listens_for(Base, "mapper_configured")` over a function that may define attributes or models. */
export function noteDecoratedListener(
  program: Program,
  fact: FunctionFact,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  for (const decorator of fact.decorators) {
    const value = program.evaluate(decorator, scope);
    if (value.kind !== "call" || calleeName(value) !== "sqlalchemy.event.listens_for") continue;
    const { start, end } = decorator;
    noteListener(program, value, fact, { file: scope.file, start, end }, draft);
  }
}

/** `event.listen(Base, "mapper_configured", listener)`. */
export function noteListenerCall(program: Program, call: CallValue, draft: FileDeclarationsDraft): void {
  const listener = call.arguments[2];
  if (calleeName(call) !== "sqlalchemy.event.listen" || listener?.kind !== "function") return;
  const found = findFunction(program, listener.key);
  if (found !== null) noteListener(program, call, found.fact, call.at, draft);
}

function noteListener(
  program: Program,
  call: CallValue,
  listener: FunctionFact,
  at: Location,
  draft: FileDeclarationsDraft,
): void {
  const [target, event] = call.arguments;
  if (event?.kind !== "string") return;
  const flushed = FLUSH_EVENTS.find((each) => each === event.value);
  if (flushed !== undefined && target?.kind === "class") {
    noteFlushListener(program, target.key, { event: flushed, at, propagate: propagates(call) }, listener, draft);
  }
  if (!MAPPING_EVENTS.has(event.value) || listener.defines === "nothing") return;
  const { file, start, end } = at;
  const gap: Gap = {
    file,
    start,
    end,
    what: target?.kind === "class" ? `attributes of ${classNameOf(target.key)}` : "what a listener defines",
    why: `a listener of ${event.value} may add some`,
  };
  draft.unresolved.push(gap);
  if (target?.kind !== "class") draft.hidden.push("a class");
  else for (const classKey of classesBelow(program, file, target.key)) draft.classGaps.push({ classKey, gap });
}

function propagates(call: CallValue): boolean {
  const given = keywordOf(call, "propagate")?.value;
  return given !== undefined && truthOf(given) === true;
}

/** A listener that raises on updates matters to a delete that sets foreign keys to NULL; one that writes then is no news. */
function noteFlushListener(
  program: Program,
  target: ClassKey,
  { event, at, propagate }: { event: FlushListener["event"]; at: Location; propagate: boolean },
  { whenFlushed }: FunctionFact,
  draft: FileDeclarationsDraft,
): void {
  if (whenFlushed === null) return;
  const deletes = event.endsWith("_delete");
  const { raises } = whenFlushed;
  const writes = deletes && whenFlushed.writes;
  if (raises === null && !writes) return;
  const { file, start, end } = at;
  const listener: FlushListener = { file, start, end, event, raises, writes, propagate };
  const what = `${deletes ? "deletes" : "updates"} of ${classNameOf(target)}`;
  const why = `a listener of ${event} may ${raises === null ? "change other rows" : `raise ${raises}`}`;
  draft.unresolved.push({ file, start, end, what, why });
  const below = propagate ? classesBelow(program, file, target) : [target];
  for (const classKey of below) draft.flushListeners.push({ classKey, listener });
}

/** The class, and those of the same file that inherit from it. */
function classesBelow(program: Program, file: string, key: ClassKey): readonly ClassKey[] {
  const inFile = [...(program.namesOf(file)?.classes.keys() ?? [])];
  const below = inFile.filter((each) => program.classInfo(each)?.classes.some((base) => base.key === key));
  return [...new Set([key, ...below])];
}
