import { type ModelRelationship, plainOptions } from "./modelRelationship.ts";
import {
  hasTenant,
  type MapperChoices,
  type ModelClass,
  type ModelSet,
  type OtherAttribute,
  ownColumns,
  type Reference,
  shareable,
} from "./modelSet.ts";

/** Tells of several sets at once which of them still fail. */
export type StillFails = (sets: readonly ModelSet[]) => Promise<readonly boolean[]>;

/**
 * The smallest set found by leaving out or simplifying one part after the other while it keeps failing. Every round tries
 * all simplifications of the current set together and goes on with the first that fails, largest steps first.
 */
export async function shrinkModels(failing: ModelSet, stillFails: StillFails): Promise<ModelSet> {
  let current = failing;
  for (let round = 0; round < 60; round++) {
    const candidates = simplifications(current);
    const verdicts = await stillFails(candidates);
    const next = candidates.find((_, index) => verdicts[index]);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

function simplifications(set: ModelSet): ModelSet[] {
  const simpler = [
    ...set.classes.map(({ name }) => withoutClass(set, name)),
    ...set.associations.map(({ name }) => withoutAssociation(set, name)),
    ...eachClass(
      set,
      ({ references }) => references,
      (model, { name }) => withoutReference(set, model, name),
    ),
    ...eachClass(set, ({ relationships }) => relationships, withoutRelationship(set)),
    ...eachClass(
      set,
      ({ columns }) => columns,
      (model, column) => {
        return changeClass(set, model, { columns: model.columns.filter((each) => each !== column) });
      },
    ),
    ...set.classes.flatMap((model) => plainerClasses(model).map((change) => changeClass(set, model, change))),
    ...eachClass(set, plainerReferences, (model, change) => changeClass(set, model, { references: change })),
    ...eachClass(set, plainerRelationships, (model, change) => changeClass(set, model, { relationships: change })),
    ...set.associations
      .filter(({ numbered }) => numbered)
      .map((numbered) => ({
        ...set,
        associations: replaced(set.associations, numbered, { ...numbered, numbered: false }),
      })),
  ];
  return simpler.map(withoutLostColumns).map(withoutLostAttributes);
}

/** Columns that references shared may be gone, or no longer be a part of a composite key. */
function withoutLostColumns(set: ModelSet): ModelSet {
  const classes = set.classes.map((model) => ({
    ...model,
    references: model.references.map((reference) => {
      const others = model.references.filter((each) => each !== reference);
      const isKept =
        reference.shared !== null &&
        hasTenant(set, reference.target) &&
        shareable(set, model, others).includes(reference.shared);
      return isKept ? reference : { ...reference, shared: null };
    }),
  }));
  return { ...set, classes };
}

/** Attributes go with the column or relationship that they are over. */
function withoutLostAttributes(set: ModelSet): ModelSet {
  const classes = set.classes.map((model) => {
    const { columns, relationships, mapper } = model;
    const references = model.references.flatMap((reference) => ownColumns(set, reference));
    const names = new Set([...columns, ...relationships, ...references].map(({ name }) => name));
    const isThere = ({ kind, of }: OtherAttribute) =>
      names.has(of[0] ?? "") && (kind === "proxy" || of.every((name) => names.has(name)));
    const excludes = mapper.excludes !== null && names.has(mapper.excludes) ? mapper.excludes : null;
    return { ...model, attributes: model.attributes.filter(isThere), mapper: { ...mapper, excludes } };
  });
  return { ...set, classes };
}

function eachClass<Part>(
  set: ModelSet,
  parts: (model: ModelClass) => readonly Part[],
  change: (model: ModelClass, part: Part) => ModelSet,
): ModelSet[] {
  return set.classes.flatMap((model) => parts(model).map((part) => change(model, part)));
}

function changeClass(set: ModelSet, model: ModelClass, change: Partial<ModelClass>): ModelSet {
  const classes = set.classes.map((each) => (each.name === model.name ? { ...each, ...change } : each));
  return { ...set, classes };
}

/** Takes a class out with everything that leads to it; its subclasses lose their base. */
function withoutClass(set: ModelSet, gone: string): ModelSet {
  const associations = set.associations.filter(({ left, right }) => left !== gone && right !== gone);
  const kept = new Set(associations.map(({ name }) => name));
  const classes = set.classes
    .filter(({ name }) => name !== gone)
    .map((model) => {
      const references = model.references.filter(({ target }) => target !== gone);
      return {
        ...model,
        inherits: model.inherits?.base === gone ? null : model.inherits,
        key: model.key === "reference" && !references.some(({ primaryKey }) => primaryKey) ? "id" : model.key,
        references,
        relationships: model.relationships.filter(({ target, over }) => {
          return target !== gone && (!("association" in over) || kept.has(over.association));
        }),
      } as const;
    });
  return { ...set, classes, associations };
}

function withoutAssociation(set: ModelSet, gone: string): ModelSet {
  const classes = set.classes.map((model) => ({
    ...model,
    relationships: model.relationships.filter(({ over }) => !("association" in over) || over.association !== gone),
  }));
  return { ...set, classes, associations: set.associations.filter(({ name }) => name !== gone) };
}

function withoutReference(set: ModelSet, holder: ModelClass, gone: string): ModelSet {
  const isOver = (owner: ModelClass, { over, target }: ModelRelationship) =>
    "reference" in over && over.reference === gone && (over.side === "parent" ? owner.name : target) === holder.name;
  const classes = set.classes.map((model) => {
    const references =
      model.name === holder.name ? model.references.filter(({ name }) => name !== gone) : model.references;
    return {
      ...model,
      key: model.key === "reference" && !references.some(({ primaryKey }) => primaryKey) ? "id" : model.key,
      references,
      relationships: model.relationships.filter((relationship) => !isOver(model, relationship)),
    } as const;
  });
  return { ...set, classes };
}

/** Takes a relationship out; the one that it was linked with stays, unlinked. */
function withoutRelationship(set: ModelSet): (model: ModelClass, gone: ModelRelationship) => ModelSet {
  return (model, gone) => {
    const classes = set.classes.map((each) => ({
      ...each,
      relationships: each.relationships
        .filter((relationship) => relationship !== gone)
        .map((relationship) => {
          const linked = gone.target === each.name && relationship.target === model.name;
          return linked && relationship.link?.name === gone.name ? { ...relationship, link: null } : relationship;
        }),
    }));
    return { ...set, classes };
  };
}

const plainMapper: MapperChoices = {
  passiveDeletes: false,
  confirmDeletedRows: true,
  versioned: false,
  batch: true,
  eagerDefaults: false,
  namesKey: false,
  identity: false,
  discriminator: "text",
  excludes: null,
};

function plainerClasses(model: ModelClass): Partial<ModelClass>[] {
  const plainer: Partial<ModelClass>[] = [];
  if (model.inherits !== null) plainer.push({ inherits: null });
  if (model.inherits?.onDelete != null) plainer.push({ inherits: { ...model.inherits, onDelete: null } });
  if (model.schema !== null) plainer.push({ schema: null });
  if (model.key === "composite") plainer.push({ key: "id" });
  if (model.code !== null) plainer.push({ code: null });
  if (model.keyType !== "int") plainer.push({ keyType: "int" });
  for (const mapper of variants(model.mapper, plainMapper)) plainer.push({ mapper });
  for (const gone of model.attributes) {
    plainer.push({ attributes: model.attributes.filter((attribute) => attribute !== gone) });
  }
  for (const gone of model.constraints) {
    plainer.push({ constraints: model.constraints.filter((constraint) => constraint !== gone) });
  }
  if (model.tableName !== model.name.toLowerCase()) plainer.push({ tableName: model.name.toLowerCase() });
  return plainer;
}

function plainerReferences({ references }: ModelClass): (readonly Reference[])[] {
  return references.flatMap((reference) => {
    const { primaryKey, nullable } = reference;
    const plain: Partial<Reference> = {
      unique: false,
      shared: null,
      index: false,
      serverDefault: null,
      deferrable: false,
      renamed: false,
      declared: true,
      spelling: 0,
      onDelete: null,
      nullable: primaryKey ? nullable : true,
    };
    return variants(reference, plain).map((change) => replaced(references, reference, change));
  });
}

function plainerRelationships({ relationships }: ModelClass): (readonly ModelRelationship[])[] {
  return relationships.flatMap((relationship) => {
    const options = variants(relationship.options, plainOptions).map((change) => ({
      ...relationship,
      options: change,
    }));
    const backref =
      relationship.link?.kind === "backref"
        ? variants(relationship.link.options, plainOptions).map((change) => ({
            ...relationship,
            link: relationship.link && { ...relationship.link, options: change },
          }))
        : [];
    const changes = [...options, ...(backref as ModelRelationship[]), ...variants(relationship, { spelling: 0 })];
    return changes.map((change) => replaced(relationships, relationship, change));
  });
}

/** One variant for each property that is not plain yet. */
function variants<Part extends object>(part: Part, plain: Partial<Part>): Part[] {
  return (Object.keys(plain) as (keyof Part)[])
    .filter((name) => part[name] !== plain[name])
    .map((name) => ({ ...part, [name]: plain[name] }));
}

function replaced<Item>(items: readonly Item[], old: Item, replacement: Item): Item[] {
  return items.map((item) => (item === old ? replacement : item));
}
