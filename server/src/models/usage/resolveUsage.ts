import { readExpression } from "../../python/reader.ts";
import type { Expression, Import, ImportFrom } from "../../python/syntax.ts";
import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { Relationship } from "../schema/relationship.ts";
import type { Scope, Value } from "../value.ts";
import { databaseUrl } from "./databaseUrl.ts";
import type { EngineFact } from "./engineFacts.ts";
import type { RowSource } from "./rowSource.ts";
import type { DeleteSite, EngineSite, Usage } from "./usage.ts";
import type { DeleteFact, UsageFacts } from "./usageFacts.ts";

/** What resolving has to ask about names. */
export interface UsageNames {
  readonly classes: Pick<ReadonlyMap<ClassKey, RelatedClass>, "has" | "get">;
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  readonly moduleOf: (file: string) => string;
  /** The names that import statements inside a function bind. */
  readonly importsIn: (file: string, imports: readonly (Import | ImportFrom)[]) => ReadonlyMap<string, Value>;
  /** What a function of the workspace says it returns, and where to read it; null where it says nothing. */
  readonly returnAnnotation: (callee: Value) => { readonly annotation: Expression; readonly scope: Scope } | null;
  readonly recording: MappedDeclarations["recording"];
  readonly files: MappedDeclarations["files"];
  readonly layout: MappedDeclarations["layout"];
}

/** A mapped class as far as rows are followed along its relationships. */
export interface RelatedClass {
  readonly relationships: readonly Pick<Relationship, "name" | "target">[];
}

export interface ResolvedUsage {
  readonly usage: Usage;
  /** What a later search can keep. */
  readonly answers: UsageAnswers;
}

interface UsageAnswers extends Pick<UsageNames, "files" | "layout"> {
  readonly byFile: ReadonlyMap<UsageFacts, FileUsage>;
}

/** What one file uses, with the files whose facts say so, and the classes that were looked up. */
interface FileUsage extends Usage {
  readonly reads: ReadonlySet<string>;
  readonly classes: ReadonlyMap<ClassKey, boolean>;
  /** The classes whose relationships were looked up. */
  readonly related: ReadonlyMap<ClassKey, RelatedClass | undefined>;
}

/**
 * Resolves what the files use: which class a delete is of, which database an engine opens. Files in the order given.
 * With `previous`, the result for an earlier state of the files, what nothing changed for comes out as the same objects.
 */
export function resolveUsage(
  files: readonly UsageFacts[],
  names: UsageNames,
  previous: ResolvedUsage | null = null,
): ResolvedUsage {
  const before = previous?.answers.layout === names.layout ? previous.answers : null;
  const byFile = new Map<UsageFacts, FileUsage>();
  for (const facts of files) {
    const known = before?.byFile.get(facts);
    byFile.set(facts, before && known && isCurrent(known, names, before) ? known : fileUsage(facts, names));
  }
  const all = [...byFile.values()];
  return {
    usage: {
      deletes: all.flatMap(({ deletes }) => deletes),
      engines: all.flatMap(({ engines }) => engines),
      foreignKeyPragmas: all.flatMap(({ foreignKeyPragmas }) => foreignKeyPragmas),
    },
    answers: { byFile, files: names.files, layout: names.layout },
  };
}

function isCurrent({ reads, classes, related }: FileUsage, now: UsageNames, before: UsageAnswers): boolean {
  for (const file of reads) if (now.files.get(file) !== before.files.get(file)) return false;
  for (const [key, known] of classes) if (now.classes.has(key) !== known) return false;
  for (const [key, known] of related) if (now.classes.get(key) !== known) return false;
  return true;
}

function fileUsage({ file, deletes, engines, pragmas }: UsageFacts, names: UsageNames): FileUsage {
  const classes = new Map<ClassKey, boolean>();
  const related = new Map<ClassKey, RelatedClass | undefined>();
  const noting: UsageNames = {
    ...names,
    classes: {
      has: (key) => {
        const known = names.classes.has(key);
        classes.set(key, known);
        return known;
      },
      get: (key) => {
        const known = names.classes.get(key);
        related.set(key, known);
        return known;
      },
    },
  };
  const { answer, reads } = names.recording(() => ({
    deletes: deletes.flatMap((fact) => deleteSite(file, fact, noting) ?? []),
    engines: engines.flatMap((fact) => engineSite(file, fact, noting) ?? []),
    foreignKeyPragmas: pragmas.map((pragma) => ({ file, ...pragma })),
  }));
  return { ...answer, reads, classes, related };
}

/** Receivers that can only be a session, however it was made. */
const sessionName = /(?:^|_)(?:session|db|database)$|^(?:async_?)?session|session$/i;

function deleteSite(file: string, fact: DeleteFact, names: UsageNames): DeleteSite | null {
  const scope = scopeOf(file, fact, names);
  if (fact.callee !== null) {
    const callee = names.evaluate(fact.callee, scope);
    if (callee.kind !== "symbol" || callee.name !== "sqlalchemy.delete") {
      // `session.delete(User)` with a class is no DELETE statement.
      return null;
    }
  }
  // A session deletes one object; whatever is handed a whole collection is no session.
  if (fact.kind === "session" && fact.sources.some(({ many }) => many)) return null;
  const target = commonClass(fact.sources, scope, names);
  if (target === null && fact.kind === "session" && !sessionName.test(fact.receiver ?? "")) return null;
  if (target === null && fact.kind === "query") return null;
  const { kind, start, end, subject, chain, caught, askedColumns } = fact;
  return {
    kind,
    target,
    file,
    start,
    end,
    subject: { file, ...subject },
    chain: chain.map((method) => ({ file, ...method })),
    caught,
    askedColumns,
  };
}

/** The one mapped class that every source agrees on, null where one of them is unknown or they differ. */
function commonClass(sources: readonly RowSource[], scope: Scope, names: UsageNames): ClassKey | null {
  const classes = new Set(sources.map((source) => classOfRows(source, scope, names)));
  const [only] = classes;
  return classes.size === 1 ? (only ?? null) : null;
}

function classOfRows(source: RowSource, scope: Scope, names: UsageNames): ClassKey | null {
  switch (source.kind) {
    case "class":
      return mappedClass(names.evaluate(source.named, scope), names);
    case "annotation":
      return annotatedClass(source.annotation, scope, names, 0);
    case "returned": {
      const callee = names.evaluate(source.callee, scope);
      if (callee.kind === "class") return mappedClass(callee, names);
      const returned = names.returnAnnotation(callee);
      return returned === null ? null : annotatedClass(returned.annotation, returned.scope, names, 0);
    }
    case "attribute": {
      const owner = commonClass(source.of, scope, names);
      const relationships = owner === null ? [] : (names.classes.get(owner)?.relationships ?? []);
      return relationships.find(({ name }) => name === source.name)?.target ?? null;
    }
    case "unknown":
      return null;
  }
}

const deepestAnnotation = 6;

/** `User`, `"User"`, `Optional[User]`, `User | None`, and the item of `list[User]`, `Sequence[User]`. */
function annotatedClass(annotation: Expression, scope: Scope, names: UsageNames, depth: number): ClassKey | null {
  if (depth > deepestAnnotation) return null;
  if (annotation.kind === "string") {
    return annotatedClass(readExpression(annotation.value), scope, names, depth + 1);
  }
  if (annotation.kind === "binary" && annotation.operator === "|") {
    const sides = [annotation.left, annotation.right].filter(
      (side) => !(side.kind === "constant" && side.value === "None"),
    );
    const [only] = sides;
    return sides.length === 1 && only !== undefined ? annotatedClass(only, scope, names, depth + 1) : null;
  }
  if (annotation.kind === "subscript") {
    const { index } = annotation;
    const inner = index.kind === "tuple" ? index.elements[0] : index;
    return inner === undefined ? null : annotatedClass(inner, scope, names, depth + 1);
  }
  return aliasedClass(names.evaluate(annotation, scope), names);
}

/** Of `CurrentUser = Annotated[User, Depends(current_user)]` the class. */
function aliasedClass(value: Value, names: UsageNames): ClassKey | null {
  let inner = value;
  for (let depth = 0; inner.kind === "subscript" && depth < deepestAnnotation; depth++) {
    const [first] = inner.items;
    if (first === undefined) return null;
    inner = first;
  }
  return mappedClass(inner, names);
}

function mappedClass(value: Value, names: UsageNames): ClassKey | null {
  return value.kind === "class" && names.classes.has(value.key) ? value.key : null;
}

function engineSite(file: string, fact: EngineFact, names: UsageNames): EngineSite | null {
  const scope: Scope = { module: names.moduleOf(file), file, classKey: null, bound: new Map() };
  if (fact.callee !== null) {
    const callee = names.evaluate(fact.callee, scope);
    if (callee.kind !== "symbol" || !/^sqlalchemy\..*create_(?:async_)?engine$/.test(callee.name)) return null;
  }
  const at: Location = { file, start: fact.start, end: fact.end };
  return { ...at, ...databaseUrl(fact.url, (expression) => names.evaluate(expression, scope)) };
}

function scopeOf(file: string, fact: DeleteFact, names: UsageNames): Scope {
  const module = names.moduleOf(file);
  return { module, file, classKey: null, bound: names.importsIn(file, fact.imports) };
}
