import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey } from "../schema.ts";
import { type ClassRegistry, indexClassRegistry } from "./classRegistry.ts";
import { type MappedSelectable, selectableOf } from "./mappedSelectable.ts";

/** What resolving relationships looks up again and again, each thing computed once. */
export interface Mappings {
  readonly declarations: MappedDeclarations;
  readonly registry: ClassRegistry;
  readonly selectableOf: (key: ClassKey) => MappedSelectable | null;
}

export function indexMappings(declarations: MappedDeclarations): Mappings {
  const selectables = new Map<ClassKey, MappedSelectable | null>();
  return {
    declarations,
    registry: indexClassRegistry(declarations),
    selectableOf: (key) => {
      let selectable = selectables.get(key);
      if (selectable === undefined) {
        selectable = selectableOf(key, declarations);
        selectables.set(key, selectable);
      }
      return selectable;
    },
  };
}
