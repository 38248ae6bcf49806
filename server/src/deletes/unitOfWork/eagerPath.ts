import { isa, type Mapper, type Property } from "../mapper.ts";

/**
 * The classes that a chain of eager loads has come through (SQLAlchemy's `PathRegistry`), as far as they decide where it
 * ends: at a class that it has come through already.
 */

/** The path on which a property is loaded: a property that the last class inherits stands for the class that declares it. */
export function pathTo(path: readonly Mapper[], property: Property): readonly Mapper[] {
  return path.length === 0 ? path : [...path.slice(0, -1), property.parent];
}

/** Whether eager loading of `property`, on the path `path`, is not to be. `join_depth` counts relationships instead of looking at classes. */
export function endsAt(path: readonly Mapper[], property: Property): boolean {
  const { joinDepth } = property.relationship;
  if (joinDepth !== null) return path.length > joinDepth;
  return path.some((mapper) => isa(mapper, property.target));
}

/** Deeper than any chain of joins that ends: each class is come through at most once. */
const deepestChain = 200;

/** Joins looked at before the question is given up. */
const mostJoins = 2_000;

/** SQLite's limit on the tables of one query. */
const mostTables = 64;

/**
 * What keeps a query for `mapper` with its `lazy="joined"` relationships from being carried out. `endless`: a class has such
 * a relationship to a class that inherits from it, and the path only ever names the base, which is not the class that it is
 * to end at. `tooWide`: more tables than SQLite joins.
 */
export function joinProblem(mapper: Mapper, path: readonly Mapper[]): "endless" | "tooWide" | null {
  const open: { readonly mapper: Mapper; readonly path: readonly Mapper[] }[] = [{ mapper, path }];
  let tables = mapper.tables.length;
  for (let joins = 0, next = open.pop(); next !== undefined && joins < mostJoins; joins++, next = open.pop()) {
    if (next.path.length > path.length + deepestChain) return "endless";
    for (const property of next.mapper.properties) {
      if (property.relationship.lazy !== "joined") continue;
      const at = pathTo(next.path, property);
      if (endsAt(at, property)) continue;
      tables += property.target.tables.length + (property.relationship.secondary === null ? 0 : 1);
      open.push({ mapper: property.target, path: [...at, property.target] });
    }
  }
  return tables > mostTables ? "tooWide" : null;
}
