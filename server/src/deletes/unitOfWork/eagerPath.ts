import { isa, type Mapper, type Property } from "../mapping.ts";

/**
 * The classes that a chain of eager loads has come through (SQLAlchemy's `PathRegistry`), as far as they decide where it
 * ends: at a class that it has come through already.
 */

/** The path on which a property is loaded: a property that the last class inherits stands for the class that declares it. */
export function pathTo(path: readonly Mapper[], property: Property): readonly Mapper[] {
  return path.length === 0 ? path : [...path.slice(0, -1), property.parent];
}

export function reaches(path: readonly Mapper[], property: Property): boolean {
  return path.some((mapper) => isa(mapper, property.target));
}

/** Deeper than any chain of joins that ends: each class is come through at most once. */
const deepestChain = 200;

/** Joins looked at before the question is given up. */
const mostJoins = 2_000;

/**
 * Whether `lazy="joined"` has no end in a query for `mapper`. That happens where a class has such a relationship to a class
 * that inherits from it: the path then only ever names the base, which is not the class that it is to end at.
 */
export function joinsForEver(mapper: Mapper, path: readonly Mapper[]): boolean {
  const open: { readonly mapper: Mapper; readonly path: readonly Mapper[] }[] = [{ mapper, path }];
  for (let joins = 0, next = open.pop(); next !== undefined && joins < mostJoins; joins++, next = open.pop()) {
    if (next.path.length > path.length + deepestChain) return true;
    for (const property of next.mapper.properties) {
      if (property.relationship.lazy !== "joined") continue;
      const at = pathTo(next.path, property);
      if (!reaches(at, property)) open.push({ mapper: property.target, path: [...at, property.target] });
    }
  }
  return false;
}
