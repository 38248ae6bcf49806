import type { Expression } from "../../python/syntax.ts";
import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { Table } from "../schema/table.ts";
import type { Scope, Value } from "../value.ts";
import { type ClassRegistry, createClassRegistry, type RegistryEntry } from "./classRegistry.ts";
import { columnOfAttribute, type MappedSelectable, sameSelectable, selectableOf } from "./mappedSelectable.ts";
import { type Memory, nameKey } from "./memory.ts";
import { mayAdd, possibleBackref } from "./possibleBackrefs.ts";
import type { RegisteredNames } from "./registeredNames.ts";

/**
 * What resolving relationships looks up in the declarations. Everything that is looked up is noted in the memory, so that
 * a later build can tell whether the answers would be the same.
 */
export interface Mappings {
  readonly declarations: MappedDeclarations;
  readonly evaluate: (expression: Expression, scope: Scope) => Value;
  readonly classOf: (key: ClassKey) => MappedClassDeclaration | null;
  readonly selectableOf: (key: ClassKey) => MappedSelectable | null;
  readonly tableNamed: (key: TableKey) => Table | null;
  /** The table behind a `TableValue` or a class. */
  readonly tableOf: (value: Value) => Table | null;
  readonly find: ClassRegistry["find"];
  /** Whether a class surely has no attribute of a name: no column, no relationship, no backref, nothing in its body. */
  readonly lacksAttribute: (key: ClassKey, name: string) => boolean;
  readonly mayDefineMore: (registry: string, name: string) => boolean;
}

/** Indexes the declarations. `known` are the selectables of an earlier build, kept where nothing about them changed. */
export function indexMappings(
  declarations: MappedDeclarations,
  names: RegisteredNames,
  known: ReadonlyMap<ClassKey, MappedSelectable | null>,
  memory: Pick<Memory, "noteKey" | "noteLookup">,
): Mappings & { readonly selectables: ReadonlyMap<ClassKey, MappedSelectable | null> } {
  const selectables = new Map<ClassKey, MappedSelectable | null>();
  const registry = createClassRegistry(declarations, names);

  function asked<T>(answer: T, repeat: (later: Mappings) => unknown): T {
    memory.noteLookup({ answer, repeat });
    return answer;
  }

  function selectable(key: ClassKey): MappedSelectable | null {
    let found = selectables.get(key);
    if (found === undefined) {
      found = selectableOf(key, declarations);
      const before = known.get(key);
      if (found !== null && before && sameSelectable(found, before)) found = before;
      selectables.set(key, found);
    }
    return found;
  }

  return {
    declarations,
    selectables,
    evaluate: declarations.evaluate,
    classOf: (key) => {
      memory.noteKey(key);
      return declarations.classes.get(key) ?? null;
    },
    selectableOf: (key) => {
      const found = selectable(key);
      memory.noteKey(key);
      for (const each of found?.lineage ?? []) memory.noteKey(each.key);
      for (const each of found?.tables ?? []) memory.noteKey(each.key);
      return found;
    },
    tableNamed: (key) => {
      memory.noteKey(key);
      return declarations.tables.get(key) ?? null;
    },
    tableOf: (value) => asked(declarations.tableOf(value), (later) => later.tableOf(value)),
    find: (owner, path, prefer) => {
      const entry = registry.find(owner, path, prefer);
      const [name = ""] = path;
      memory.noteKey(nameKey(owner.registry, name));
      memory.noteKey(nameKey(owner.metadata, name));
      // A dotted path may mean a class by its module, which no single name stands for; which of several classes of one
      // name is meant depends on imports.
      if (path.length > 1 || entry.kind === "ambiguous" || (entry.kind === "class" && entry.namesakes > 1)) {
        const answer = identityOf(entry);
        memory.noteLookup({ answer, repeat: (later) => identityOf(later.find(owner, path, prefer)) });
      }
      return entry;
    },
    lacksAttribute: (key, name) => {
      const found = selectable(key);
      if (found === null || columnOfAttribute(found, name) !== null) return false;
      return asked(isLacking(declarations, found, name), (later) => later.lacksAttribute(key, name));
    },
    mayDefineMore: (of, name) => asked(declarations.mayDefineMore(of, name), (later) => later.mayDefineMore(of, name)),
  };
}

/** What has to be the same for an entry to mean the same. */
function identityOf(entry: RegistryEntry): unknown {
  switch (entry.kind) {
    case "class":
      return entry.class;
    case "table":
      return entry.table;
    case "ambiguous":
      return entry.certain;
    case "missing":
      return entry.reason;
  }
}

function isLacking(declarations: MappedDeclarations, { lineage }: MappedSelectable, name: string): boolean {
  for (const { key, complete } of lineage) if (!complete || declarations.bindsName(key, name)) return false;
  const owners = new Set(lineage.map(({ key }) => key));
  return declarations.relationships.every((each) => {
    if (each.name === name && owners.has(each.owner)) return false;
    return !mayAdd(possibleBackref(each.value), name);
  });
}
