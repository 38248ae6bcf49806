import { classNamed, hasTenant, type ModelClass, type ModelSet } from "./modelSet.ts";
import type { Random } from "./random.ts";
import { criterionOver } from "./randomOptions.ts";

/**
 * Lets references name unique columns instead of keys, the database count keys, and pairs be selected by more than their keys.
 * It draws from random numbers of its own, so that the sets stay the same in everything else.
 */
export function withRareKeys(random: Random, set: ModelSet): ModelSet {
  const classes = set.classes.map((model): ModelClass => {
    const { inherits, key, keyType, mapper } = model;
    const isCounted = set.style !== "sqlmodel" && inherits === null && key === "id" && keyType === "int";
    const code = isReferredByName(set, model) && random.chance(0.12) ? random.pick(["int", "str"] as const) : null;
    return {
      ...model,
      code: isNamedFurtherOn(set, model) ? null : code,
      mapper: { ...mapper, identity: isCounted && random.chance(0.08) },
      relationships: model.relationships.map((relationship) => {
        const { over, link, options, target } = relationship;
        const criterion =
          "association" in over && link?.kind !== "backref" ? criterionOver(classNamed(set, target)) : null;
        const isAsked = criterion !== null && random.chance(0.2);
        return isAsked ? { ...relationship, options: { ...options, criterion } } : relationship;
      }),
    };
  });
  return { ...set, classes };
}

/** Whether all that refers to a class can as well refer to another column of it: nothing else names the referring columns. */
function isReferredByName(set: ModelSet, model: ModelClass): boolean {
  const referring = set.classes.filter(({ references }) => references.some(({ target }) => target === model.name));
  return (
    model.inherits === null &&
    !model.mapper.namesKey &&
    !hasTenant(set, model.name) &&
    referring.every(({ constraints, attributes }) => constraints.length === 0 && attributes.length === 0)
  );
}

/**
 * Whether anything names a column that is called after the key of a class because it refers to one that has a reference for
 * its own key. (It is asked about what has been drawn, so that the draws stay the same.)
 */
function isNamedFurtherOn({ classes }: ModelSet, model: ModelClass): boolean {
  const reached = new Set([model.name]);
  for (const name of reached) {
    for (const { name: keyed, references } of classes) {
      if (references.some(({ target, primaryKey }) => target === name && primaryKey)) reached.add(keyed);
    }
  }
  return classes.some(
    ({ attributes, constraints, references }) =>
      attributes.length + constraints.length > 0 && references.some(({ target }) => reached.has(target)),
  );
}
