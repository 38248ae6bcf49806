import type { AssignmentFact, ClassFact, Fact, FileFacts, FunctionFact, ImportFact, StarImportFact } from "../fact.ts";
import { lasting } from "../lasting.ts";
import { mergeNames } from "../mergeNames.ts";
import type { ClassKey } from "../schema/keys.ts";

export type Binding = ImportFact | ClassFact | FunctionFact | AssignmentFact;

/** The names of a module or class body, each with its bindings in source order. */
export type Names = ReadonlyMap<string, readonly Binding[]>;

/** What one file binds. A pure function of the file's own facts and its module name. */
export interface ModuleNames {
  readonly facts: FileFacts;
  readonly module: string;
  readonly names: Names;
  readonly starImports: readonly StarImportFact[];
  /** Every class statement at module or class level, nested ones included, in source order. */
  readonly classes: ReadonlyMap<ClassKey, IndexedClass>;
  readonly keyOf: ReadonlyMap<ClassFact, ClassKey>;
  /** The attributes that module level code gives to anything: `Base.__allow_unmapped__ = True`. */
  readonly givenAttributes: ReadonlySet<string>;
}

export interface IndexedClass {
  readonly key: ClassKey;
  readonly fact: ClassFact;
  readonly qualifiedName: string;
  /** The class whose body it stands in. */
  readonly enclosing: ClassKey | null;
  readonly names: Names;
  /** The last annotated statement of each annotated name, in the order in which the names first appear. */
  readonly annotated: ReadonlyMap<string, AssignmentFact>;
  /** All names of the body in the order in which SQLAlchemy visits them. */
  readonly attributes: readonly string[];
}

export function indexNames(facts: FileFacts, module: string): ModuleNames {
  const classes = new Map<ClassKey, IndexedClass>();
  const keyOf = new Map<ClassFact, ClassKey>();
  const counts = new Map<string, number>();

  function addClasses(body: readonly Fact[], prefix: string, enclosing: ClassKey | null): void {
    for (const fact of body) {
      if (fact.kind !== "class") continue;
      const qualifiedName = prefix + fact.name.name;
      const count = (counts.get(qualifiedName) ?? 0) + 1;
      counts.set(qualifiedName, count);
      // A module may define a class twice; the later one gets its own key.
      const key = `${module}:${qualifiedName}${count === 1 ? "" : `~${count}`}` as ClassKey;
      classes.set(key, { key, fact, qualifiedName, enclosing, ...namesInBody(fact.body) });
      keyOf.set(fact, key);
      addClasses(fact.body, `${qualifiedName}.`, key);
    }
  }

  addClasses(facts.body, "", null);
  const starImports = facts.body.filter((fact) => fact.kind === "starImport");
  const givenAttributes = new Set(
    facts.body.flatMap((fact) => (fact.kind === "attributeAssignment" ? [fact.attribute.name] : [])),
  );
  return { facts, module, names: namesIn(facts.body), starImports, classes, keyOf, givenAttributes };
}

/** The names of a class body. */
export function namesInBody(body: readonly Fact[]): Pick<IndexedClass, "names" | "annotated" | "attributes"> {
  const names = namesIn(body);
  const annotated = annotatedIn(body);
  return { names, annotated, attributes: lasting(mergeNames(names, annotated)) };
}

/** The last annotated statement of each annotated name. */
function annotatedIn(body: readonly Fact[]): ReadonlyMap<string, AssignmentFact> {
  const annotated = new Map<string, AssignmentFact>();
  for (const fact of body)
    if (fact.kind === "assignment" && fact.annotation !== null) annotated.set(fact.name.name, fact);
  return annotated;
}

/** The names that the facts of a body bind, each with its bindings in source order. */
function namesIn(body: readonly Fact[]): Names {
  const names = new Map<string, Binding[]>();
  for (const fact of body) {
    if (fact.kind !== "import" && fact.kind !== "class" && fact.kind !== "function" && fact.kind !== "assignment")
      continue;
    if (fact.kind === "assignment" && fact.value === null) continue;
    const name = typeof fact.name === "string" ? fact.name : fact.name.name;
    const bindings = names.get(name);
    if (bindings === undefined) names.set(name, [fact]);
    else bindings.push(fact);
  }
  return names;
}

/**
 * The bindings that `name` may have for code at offset `before`: the last certain one and whatever may replace it. Where
 * none stands earlier in the file, code that runs later (a function, a string) sees the last of all.
 */
export function bindingsFor(bindings: readonly Binding[], before: number): readonly Binding[] {
  // Nearly every name is bound once.
  if (bindings.length === 1) return bindings;
  const certain = reaching(bindings.filter(({ end }) => end <= before));
  return certain.length > 0 ? certain : reaching(bindings);
}

function reaching(bindings: readonly Binding[]): readonly Binding[] {
  const found: Binding[] = [];
  for (let index = bindings.length - 1; index >= 0; index--) {
    const binding = bindings[index];
    if (binding === undefined || binding.when === "fallback" || binding.when === "typeChecking") continue;
    found.push(binding);
    if (binding.when === "always") break;
  }
  if (found.length > 0) return found;
  const last = bindings.findLast(({ when }) => when === "typeChecking") ?? bindings.at(-1);
  return last === undefined ? [] : [last];
}
