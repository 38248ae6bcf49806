import { type ModelClass, type ModelSet, type OtherAttribute, ownColumns, type PlainColumn } from "./modelSet.ts";
import type { Random } from "./random.ts";

/** Gives some classes attributes over their columns and relationships, and leaves a column out of some mappers. */
export function withAttributes(random: Random, set: ModelSet): ModelSet {
  if (set.style === "sqlmodel") return set;
  const classes = set.classes.map((model) => {
    const attributes = random.chance(0.2) ? attributesOf(random, set, model) : [];
    const free = model.columns.filter((column) => isFree(set, attributes, column));
    const excludes = free.length > 0 && random.chance(0.08) ? random.pick(free).name : null;
    return { ...model, attributes, mapper: { ...model.mapper, excludes } };
  });
  return { ...set, classes };
}

function attributesOf(random: Random, set: ModelSet, model: ModelClass): readonly OtherAttribute[] {
  const prefix = model.name.toLowerCase();
  const references = model.references.flatMap((reference) => ownColumns(set, reference).map(({ name }) => name));
  const columns = [...model.columns.map(({ name }) => name), ...references];
  // What stands in a mixin, or is only annotated, has no value in the body.
  const inBody = model.columns.filter(({ spelling }) => spelling > 0 && spelling < 4).map(({ name }) => name);
  const named = (kind: OtherAttribute["kind"], of: readonly string[]) => ({ kind, name: `${prefix}_${kind}`, of });
  const relationship = model.relationships.length === 0 ? null : random.pick(model.relationships).name;
  const possible: OtherAttribute[] = [
    ...(inBody.length === 0 ? [] : [named("expression", [random.pick(inBody)])]),
    ...(columns.length === 0
      ? []
      : [named("synonym", [random.pick(columns)]), named("hybrid", [random.pick(columns)])]),
    ...(columns.length < 2 ? [] : [named("composite", random.shuffle(columns).slice(0, 2))]),
    ...(relationship === null ? [] : [named("proxy", [relationship, "id"]), named("validator", [relationship])]),
  ];
  return random.shuffle(possible).slice(0, 1 + random.integer(2));
}

/** Nothing else names the column. */
function isFree({ classes }: ModelSet, attributes: readonly OtherAttribute[], { name }: PlainColumn): boolean {
  return (
    !attributes.some(({ of }) => of.includes(name)) &&
    !classes.some(({ relationships }) => relationships.some(({ options }) => options.criterion?.startsWith(`${name} `)))
  );
}
