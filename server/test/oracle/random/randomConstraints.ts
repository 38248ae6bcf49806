import {
  columnName,
  keyColumns,
  type ModelClass,
  type ModelSet,
  ownColumns,
  type Reference,
  referenceColumns,
  type TableConstraint,
} from "./modelSet.ts";
import type { Random } from "./random.ts";

/** Gives a class constraints over several columns, checks, or a key that only its mapper names. */
export function withConstraints(random: Random, set: ModelSet, model: ModelClass): ModelClass {
  if (model.inherits?.kind === "single") return model;
  const constraints = [
    ...(random.chance(0.08) ? uniqueOf(random, set, model) : []),
    ...(random.chance(0.08) ? indexOf(random, set, model) : []),
    ...(random.chance(0.1) ? checkOf(random, set, model) : []),
  ];
  const namesKey = set.style !== "sqlmodel" && isAlone(set, model) && random.chance(0.25);
  return { ...model, constraints, mapper: { ...model.mapper, namesKey } };
}

/** Nothing refers to it, nothing inherits from it, and its key is one column of its own. */
function isAlone({ classes, associations }: ModelSet, model: ModelClass): boolean {
  return (
    model.key === "id" &&
    model.inherits === null &&
    !model.mapper.versioned &&
    !associations.some(({ left, right }) => left === model.name || right === model.name) &&
    !classes.some(
      ({ inherits, references }) =>
        inherits?.base === model.name || references.some(({ target }) => target === model.name),
    )
  );
}

function uniqueOf(random: Random, set: ModelSet, model: ModelClass): readonly TableConstraint[] {
  const columns = columnsOfUnique(random, set, model);
  return columns.length < 2 ? [] : [{ kind: "unique", columns }];
}

function indexOf(random: Random, set: ModelSet, model: ModelClass): readonly TableConstraint[] {
  const columns = columnsOfUnique(random, set, model);
  if (columns.length < 2) return [];
  const [first] = columns;
  return [{ kind: "index", columns, where: random.chance(0.5) ? `${first} IS NOT NULL` : null }];
}

/** Columns of a reference, and one more where there is one. */
function columnsOfUnique(random: Random, set: ModelSet, model: ModelClass): readonly string[] {
  const references = model.references.filter(isPlain);
  if (references.length === 0) return [];
  const first = referenceColumns(set, random.pick(references)).map(({ name }) => name);
  const others = [
    ...model.columns.filter(({ computed }) => !computed).map(columnName),
    ...references.flatMap((reference) => referenceColumns(set, reference).map(({ name }) => name)),
  ].filter((name) => !first.includes(name));
  return others.length === 0 ? first : [...first, random.pick(others)];
}

function checkOf(random: Random, set: ModelSet, model: ModelClass): readonly TableConstraint[] {
  // Between references of one tenant such a condition may leave no room for the row that a delete is about.
  const isAlone = ({ shared }: Reference, columns: readonly string[]) =>
    shared === null && !model.references.some((other) => other.shared !== null && columns.includes(other.shared));
  const optional = model.references.filter((reference) => {
    const columns = referenceColumns(set, reference).map(({ name }) => name);
    return isPlain(reference) && reference.nullable && isAlone(reference, columns);
  });
  // One column of each: a reference that is set only in part refers to nothing.
  const names = optional.flatMap((reference) => ownColumns(set, reference)[0]?.name ?? []);
  const numbers = model.columns.filter(
    ({ type, computed, onUpdate }) => type === "int" && !computed && onUpdate === null,
  );
  // MariaDB refuses to compare a text with a number.
  const alwaysTrue = keyColumns(set, model).at(-1)?.type === "int" ? "id > 0" : "id IS NOT NULL";
  const [one, other] = random.shuffle(names);
  const conditions = [
    ...(one === undefined ? [] : [`${one} IS NOT NULL OR ${alwaysTrue}`]),
    ...(one === undefined || other === undefined ? [] : [`(${one} IS NULL) <> (${other} IS NULL)`]),
    ...(one === undefined || other === undefined ? [] : [`${one} IS NOT NULL OR ${other} IS NOT NULL`]),
    ...numbers.map((column) => `${columnName(column)} > 20`),
  ].filter((condition) => model.key === "id" || !condition.endsWith(` ${alwaysTrue}`));
  if (conditions.length === 0) return [];
  return [
    { kind: "check", condition: random.pick(conditions), name: random.chance(0.5) ? `${model.tableName}_holds` : null },
  ];
}

/** Columns whose names in the database are those of the attributes. */
function isPlain({ renamed, spelling }: Reference): boolean {
  return !renamed && spelling !== 6;
}
