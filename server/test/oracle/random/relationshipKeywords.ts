import type { ModelRelationship, Over, RelationshipOptions } from "./modelRelationship.ts";
import {
  classNamed,
  keyColumns,
  type ModelClass,
  type ModelSet,
  type Reference,
  referenceColumns,
  referredColumns,
  rootOf,
  sideColumns,
} from "./modelSet.ts";
import { call, only, quotedText } from "./python.ts";

export type Keywords = Readonly<Record<string, string | null>>;
type OverReference = Extract<Over, { readonly reference: string }>;
type OverAssociation = Extract<Over, { readonly association: string }>;

/** The keywords of `relationship(...)` that say what it joins over and how it is linked. */
export function joinKeywords(set: ModelSet, owner: ModelClass, relationship: ModelRelationship): Keywords {
  const { over, link, options } = relationship;
  const linked: Keywords = {
    back_populates: link?.kind === "back_populates" ? quotedText(link.name) : null,
    backref: link?.kind === "backref" ? backrefText(set, owner, relationship) : null,
  };
  return {
    ...join(set, owner, relationship),
    ...linked,
    remote_side: remoteSide(set, owner, relationship.target, over),
    order_by: options.orderBy === null ? null : quotedText(`${relationship.target}.${options.orderBy}`),
    overlaps: only(options.overlaps, quotedText(relationshipNames(set).join(","))),
  };
}

function relationshipNames({ classes }: ModelSet): readonly string[] {
  return classes.flatMap(({ relationships }) => relationships.flatMap(({ name, link }) => [name, link?.name ?? name]));
}

/** The keywords for cascades, loading and the rest. */
export function optionKeywords(options: RelationshipOptions): Keywords {
  const { cascade, passiveDeletes, lazy, viewonly, postUpdate, singleParent, joinDepth } = options;
  const { innerJoin, typechecks, activeHistory, asSet } = options;
  return {
    cascade: cascade === null ? null : quotedText(cascade),
    passive_deletes: passiveDeletes === "all" ? '"all"' : only(passiveDeletes, "True"),
    lazy: lazy === null ? null : quotedText(lazy),
    viewonly: only(viewonly, "True"),
    post_update: only(postUpdate, "True"),
    single_parent: only(singleParent, "True"),
    join_depth: joinDepth === null ? null : String(joinDepth),
    innerjoin: innerJoin,
    enable_typechecks: only(!typechecks, "False"),
    active_history: only(activeHistory, "True"),
    collection_class: only(asSet, "set"),
  };
}

function join(set: ModelSet, owner: ModelClass, { over, target, spelling, options }: ModelRelationship): Keywords {
  if ("association" in over) return associationJoin(set, owner, target, over, options.criterion);
  const [holder, reference] = holderOf(set, owner, target, over);
  const isSpelt = spelling === 5 || spelling === 6 || options.criterion !== null || !reference.declared;
  if (isSpelt) return primaryJoin(set, holder, reference, { asLambda: spelling === 6, criterion: options.criterion });
  if (spelling !== 3 && !isAmbiguous(set, owner, classNamed(set, target))) return {};
  const columns = referenceColumns(set, reference).map(({ name }) => `${holder.name}.${name}`);
  const single = columns.length === 1 && spelling === 1;
  return { foreign_keys: quotedText(single ? columns.join() : `[${columns.join(", ")}]`) };
}

/** The join spelt out, as a string or, where all classes are at hand, as a lambda. */
function primaryJoin(set: ModelSet, holder: ModelClass, reference: Reference, { asLambda, criterion }: Join): Keywords {
  const target = classNamed(set, reference.target);
  const keys = referredColumns(set, target);
  const equal = referenceColumns(set, reference).map(({ name }, index) => {
    const column = `${holder.name}.${name}`;
    const foreign = reference.declared ? column : `foreign(${column})`;
    return `${foreign} == ${target.name}.${keys[index]?.name}`;
  });
  const parts = criterion === null ? equal : [...equal, `${holder.name}.${criterion}`];
  const condition = parts.length > 1 ? `and_(${parts.join(", ")})` : parts.join("");
  return { primaryjoin: asLambda && set.layout === "module" ? `lambda: ${condition}` : quotedText(condition) };
}

interface Join {
  readonly asLambda: boolean;
  readonly criterion: string | null;
}

/** The class that holds the foreign key, and the reference. */
function holderOf(set: ModelSet, owner: ModelClass, target: string, over: OverReference) {
  const holder = over.side === "parent" ? owner : classNamed(set, target);
  const reference = holder.references.find(({ name }) => name === over.reference);
  if (reference === undefined) throw new Error(`no reference ${over.reference} on ${holder.name}`);
  return [holder, reference] as const;
}

/** Both keys of an association may lead to one table; then each side says which is its own. */
function associationJoin(
  set: ModelSet,
  owner: ModelClass,
  target: string,
  over: OverAssociation,
  criterion: string | null,
): Keywords {
  const association = set.associations.find(({ name }) => name === over.association);
  if (association === undefined) throw new Error(`no association ${over.association}`);
  const [left, right] = [classNamed(set, association.left), classNamed(set, association.right)];
  if (rootOf(set, left) !== rootOf(set, right) && criterion === null) return {};
  const [own, other] = over.side === "left" ? (["left", "right"] as const) : (["right", "left"] as const);
  const joins = (side: "left" | "right", model: string, asked: string | null) => {
    const keys = keyColumns(set, classNamed(set, model));
    const columns = sideColumns(set, side, association);
    const equal = columns.map(({ name }, index) => `${model}.${keys[index]?.name} == ${over.association}.c.${name}`);
    const parts = asked === null ? equal : [...equal, `${model}.${asked}`];
    return quotedText(parts.length > 1 ? `and_(${parts.join(", ")})` : parts.join());
  };
  return { primaryjoin: joins(own, owner.name, null), secondaryjoin: joins(other, target, criterion) };
}

/** Only a many-to-one to a row of the same table has to say which side is remote. */
function remoteSide(set: ModelSet, owner: ModelClass, target: string, over: Over): string | null {
  if (over.side !== "parent" || owner.name !== target) return null;
  return quotedText(`[${referredColumns(set, owner).map(({ name }) => `${target}.${name}`)}]`);
}

function backrefText(set: ModelSet, owner: ModelClass, { link, over, target }: ModelRelationship): string | null {
  if (link?.kind !== "backref") return null;
  const reverse: Over = over.side === "children" ? { side: "parent", reference: over.reference } : over;
  const remote = over.side === "children" ? remoteSide(set, classNamed(set, target), owner.name, reverse) : null;
  const keywords = { ...optionKeywords(link.options), uselist: only(link.scalar, "False"), remote_side: remote };
  const plain = Object.values(keywords).every((value) => value === null);
  return plain ? quotedText(link.name) : call("backref", [quotedText(link.name)], keywords);
}

/** Whether more than one foreign key could tie two classes, relatives included. */
function isAmbiguous(set: ModelSet, one: ModelClass, other: ModelClass): boolean {
  const relatives = (model: ModelClass) => set.classes.filter((each) => rootOf(set, each) === rootOf(set, model));
  const [these, those] = [relatives(one), relatives(other)];
  if (these.length > 1 || those.length > 1) return true;
  const between = (from: readonly ModelClass[], to: readonly ModelClass[]) =>
    from.flatMap(({ references }) => references.filter(({ target }) => to.some(({ name }) => name === target))).length;
  return (one === other ? between(these, those) : between(these, those) + between(those, these)) > 1;
}
