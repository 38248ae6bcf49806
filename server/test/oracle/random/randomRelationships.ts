import {
  type Association,
  type Link,
  type ModelClass,
  type ModelRelationship,
  type ModelSet,
  type Over,
  plainOptions,
  type Reference,
  type RelationshipOptions,
} from "./modelSet.ts";
import type { Random } from "./random.ts";

const cascades = [null, null, null, "all, delete-orphan", "all, delete-orphan", "all, delete", "delete", "save-update"];
const lazies = [
  ...[null, null, null, null, null, null, null, null, null, null],
  ...["selectin", "joined", "subquery", "immediate", "raise", "noload", "dynamic", "write_only", "raise_on_sql"],
];
const arrangements = ["none", "parent", "parent", "child", "both", "both", "both", "both", "backref", "apart"] as const;

/** Adds relationships over the references and associations of a set. */
export function withRelationships(random: Random, set: ModelSet): ModelSet {
  const added = new Map<string, ModelRelationship[]>(set.classes.map(({ name }) => [name, []]));
  for (const child of set.classes) {
    for (const reference of child.references) overReference(random, added, child, reference);
  }
  for (const association of set.associations) overAssociation(random, added, association);
  const classes = set.classes.map((model) => ({ ...model, relationships: added.get(model.name) ?? [] }));
  return { ...set, classes };
}

type Added = ReadonlyMap<string, ModelRelationship[]>;

function overReference(random: Random, added: Added, child: ModelClass, reference: Reference): void {
  const down: Side = {
    owner: reference.target,
    target: child.name,
    name: `${child.name.toLowerCase()}s_${reference.name}`,
    over: { side: "children", reference: reference.name },
    scalar: reference.unique ? random.chance(0.7) : random.chance(0.06),
  };
  const up: Side = {
    owner: child.name,
    target: reference.target,
    name: reference.name,
    over: { side: "parent", reference: reference.name },
    scalar: true,
  };
  const makeChildren = (random: Random) =>
    withJoinDepth(
      random,
      withOrder(random, loadable(withCriterion(random, child, childrenOptions(random)), down), down, child),
      down,
    );
  arrange(random, added, down, up, { down: makeChildren, up: parentOptions });
  if (random.chance(0.05)) {
    const second = { ...down, name: `more_${down.name}` };
    add(added, second, { ...makeChildren(random), viewonly: random.chance(0.5) }, null, random);
  }
}

function overAssociation(random: Random, added: Added, { name, left, right }: Association): void {
  const down: Side = {
    owner: left,
    target: right,
    name: `${name}_right`,
    over: { side: "left", association: name },
    scalar: false,
  };
  const up: Side = {
    owner: right,
    target: left,
    name: `${name}_left`,
    over: { side: "right", association: name },
    scalar: false,
  };
  arrange(random, added, down, up, { down: pairOptions, up: pairOptions });
}

interface Side {
  readonly owner: string;
  readonly target: string;
  readonly name: string;
  readonly over: Over;
  readonly scalar: boolean;
}

type MakeOptions = (random: Random) => RelationshipOptions;

/** Declares one side, both linked or not, or one that makes the other by `backref`. */
function arrange(
  random: Random,
  added: Added,
  down: Side,
  up: Side,
  options: { readonly down: MakeOptions; readonly up: MakeOptions },
): void {
  const arrangement = random.pick(arrangements);
  if (arrangement === "parent") add(added, down, options.down(random), null, random);
  if (arrangement === "child") add(added, up, options.up(random), null, random);
  if (arrangement === "both") {
    add(added, down, options.down(random), { kind: "back_populates", name: up.name }, random);
    add(added, up, options.up(random), { kind: "back_populates", name: down.name }, random);
  }
  if (arrangement === "apart") {
    add(added, down, options.down(random), null, random);
    add(added, up, options.up(random), null, random);
  }
  if (arrangement === "backref" && random.chance(0.5)) {
    const made = withoutViewonly(options.down(random));
    add(added, up, withoutViewonly(options.up(random)), backref(down, made), random);
  } else if (arrangement === "backref") {
    const made = withoutViewonly(options.up(random));
    add(added, down, withoutViewonly(options.down(random)), backref(up, made), random);
  }
}

function backref({ name, scalar, over }: Side, options: RelationshipOptions): Link {
  return { kind: "backref", name, options, scalar: scalar && over.side === "children" };
}

function add(added: Added, side: Side, options: RelationshipOptions, link: Link | null, random: Random): void {
  const { owner, ...rest } = side;
  added.get(owner)?.push({ ...rest, options, link, spelling: random.integer(7) });
}

/** What a `backref` can take over from the relationship that makes it. */
function withoutViewonly(options: RelationshipOptions): RelationshipOptions {
  return { ...options, viewonly: false, criterion: null, orderBy: null };
}

function childrenOptions(random: Random): RelationshipOptions {
  const cascade = random.pick(cascades);
  const passiveDeletes = random.pick([false, false, false, true, true, "all"] as const);
  const contradicts = passiveDeletes === "all" && cascade?.includes("delete") === true;
  return {
    ...plainOptions,
    cascade,
    passiveDeletes: contradicts && random.chance(0.97) ? true : passiveDeletes,
    lazy: random.pick(lazies),
    viewonly: random.chance(0.05),
    postUpdate: random.chance(0.02),
  };
}

/** Only collections can be loaded in pieces. */
function loadable(options: RelationshipOptions, { scalar }: Side): RelationshipOptions {
  const { lazy } = options;
  return scalar && (lazy === "dynamic" || lazy === "write_only") ? { ...options, lazy: null } : options;
}

/** Now and then a relationship selects its children by one of their columns too. */
function withCriterion(random: Random, child: ModelClass, options: RelationshipOptions): RelationshipOptions {
  const column = child.columns.find(({ type, computed }) => (type === "int" || type === "str") && !computed);
  if (column === undefined || !random.chance(0.06)) return options;
  return { ...options, criterion: `${column.name} == ${column.type === "int" ? "30" : "'own'"}` };
}

/** Which of several children a scalar gets is for the order to say. */
function withOrder(
  random: Random,
  options: RelationshipOptions,
  { scalar }: Side,
  { key }: ModelClass,
): RelationshipOptions {
  if (key === "reference" || !random.chance(scalar ? 0.4 : 0.05)) return options;
  return { ...options, orderBy: random.pick(["id", "id.desc()", "id.desc().nulls_last()"]) };
}

/** Eager loading follows a relationship from a class to itself only as deep as it is told. */
function withJoinDepth(random: Random, options: RelationshipOptions, { owner, target }: Side): RelationshipOptions {
  if (!random.chance(owner === target ? 0.4 : 0.03)) return options;
  const lazy = options.lazy ?? random.pick(["joined", "selectin", "subquery", "immediate"]);
  return { ...options, lazy, joinDepth: 1 + random.integer(3) };
}

function parentOptions(random: Random): RelationshipOptions {
  const cascade = random.chance(0.06) ? random.pick(["all, delete", "all, delete-orphan", "all"]) : null;
  return {
    ...plainOptions,
    cascade,
    passiveDeletes: random.chance(0.04),
    lazy: random.chance(0.15) ? random.pick(["joined", "selectin", "raise", "noload", "immediate"]) : null,
    viewonly: random.chance(0.05),
    postUpdate: random.chance(0.08),
    singleParent: cascade === "all, delete-orphan" && random.chance(0.9),
  };
}

function pairOptions(random: Random): RelationshipOptions {
  return {
    ...plainOptions,
    cascade: random.chance(0.12) ? random.pick(["all, delete", "all", "save-update, merge"]) : null,
    passiveDeletes: random.pick([false, false, false, true, "all"] as const) === true,
    lazy: random.chance(0.2) ? random.pick(["selectin", "joined", "subquery", "noload"]) : null,
    viewonly: random.chance(0.08),
  };
}
