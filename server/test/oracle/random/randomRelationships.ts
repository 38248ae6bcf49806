import type { Link, ModelRelationship, Over, RelationshipOptions } from "./modelRelationship.ts";
import { type Association, classNamed, type ModelClass, type ModelSet, type Reference } from "./modelSet.ts";
import type { Random } from "./random.ts";
import { childrenOptions, type OptionsFor, pairOptions, parentOptions, withoutViewonly } from "./randomOptions.ts";

const arrangements = ["none", "parent", "parent", "child", "both", "both", "both", "both", "backref", "apart"] as const;

/** Adds relationships over the references and associations of a set. */
export function withRelationships(random: Random, set: ModelSet): ModelSet {
  const added = new Map<string, ModelRelationship[]>(set.classes.map(({ name }) => [name, []]));
  for (const child of set.classes) {
    for (const reference of child.references) overReference(random, set, added, child, reference);
  }
  for (const association of set.associations) overAssociation(random, set, added, association);
  const classes = set.classes.map((model) => ({ ...model, relationships: added.get(model.name) ?? [] }));
  return { ...set, classes };
}

type Added = ReadonlyMap<string, ModelRelationship[]>;

function overReference(random: Random, set: ModelSet, added: Added, child: ModelClass, reference: Reference): void {
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
  const makeChildren = (random: Random) => childrenOptions(random, optionsFor(set, down));
  arrange(random, added, down, up, {
    down: makeChildren,
    up: (random) => parentOptions(random, optionsFor(set, up)),
  });
  if (random.chance(0.05)) {
    const second = { ...down, name: `more_${down.name}` };
    add(added, second, { ...makeChildren(random), viewonly: random.chance(0.5) }, null, random);
  }
}

function overAssociation(random: Random, set: ModelSet, added: Added, { name, left, right }: Association): void {
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
  arrange(random, added, down, up, {
    down: (random) => pairOptions(random, optionsFor(set, down)),
    up: (random) => pairOptions(random, optionsFor(set, up)),
  });
}

function optionsFor(set: ModelSet, { owner, target, scalar }: Side): OptionsFor {
  return { isSelfReference: owner === target, scalar, target: classNamed(set, target) };
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
