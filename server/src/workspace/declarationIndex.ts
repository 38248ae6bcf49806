import { foreignKeyLabel } from "../deletes/qualifiedName.ts";
import type { ClassKey, Location } from "../models/schema/keys.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Usage } from "../models/usage/usage.ts";
import type { DeclarationAt } from "./projectAnalysis.ts";

/** Where declarations and deletes stand, by file. Made once for each schema. */
export type DeclarationIndex = ReadonlyMap<string, readonly DeclarationAt[]>;

/**
 * The narrowest of the declarations around an offset, null for none. The end of a name still counts as the name, because
 * that is where a cursor stands after typing it.
 */
export function declarationAt(index: DeclarationIndex, file: string, offset: number): DeclarationAt | null {
  let narrowest: DeclarationAt | null = null;
  for (const declaration of index.get(file) ?? []) {
    const { at } = declaration;
    if (offset < at.start || offset > at.end) continue;
    if (narrowest === null || at.end - at.start < narrowest.at.end - narrowest.at.start) narrowest = declaration;
  }
  return narrowest;
}

export function indexDeclarations(schema: Schema, usage: Usage): DeclarationIndex {
  const index = new Map<string, DeclarationAt[]>();
  const add = (declaration: DeclarationAt) => {
    const known = index.get(declaration.at.file);
    if (known === undefined) index.set(declaration.at.file, [declaration]);
    else known.push(declaration);
  };
  for (const mapped of schema.classes.values()) {
    add({ kind: "class", at: mapped.location, model: mapped.key });
    for (const { name, location, call, owner } of mapped.relationships) {
      // A subclass lists what it inherits; the declaration belongs to the class that states it.
      if (owner !== mapped.key) continue;
      for (const at of places(location, call)) add({ kind: "relationship", at, model: mapped.key, name });
    }
  }
  addForeignKeys(schema, add);
  for (const { target, subject } of usage.deletes) {
    if (target !== null) add({ kind: "delete", at: place(subject), model: target });
  }
  return index;
}

function addForeignKeys(schema: Schema, add: (declaration: DeclarationAt) => void): void {
  for (const table of schema.tables.values()) {
    const model: ClassKey | null = table.classKey;
    for (const foreignKey of table.foreignKeys) {
      if (foreignKey.target.key === null) continue;
      const label = foreignKeyLabel(table, foreignKey);
      for (const at of places(foreignKey.location, foreignKey.call)) add({ kind: "foreignKey", at, model, label });
    }
  }
}

function places(location: Location, call: Location | null): readonly Location[] {
  return call === null ? [place(location)] : [place(location), place(call)];
}

function place({ file, start, end }: Location): Location {
  return { file, start, end };
}
