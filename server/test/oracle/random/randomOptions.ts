import { plainOptions, type RelationshipOptions } from "./modelRelationship.ts";
import type { ModelClass } from "./modelSet.ts";
import type { Random } from "./random.ts";

const cascades = [null, null, null, "all, delete-orphan", "all, delete-orphan", "all, delete", "delete", "save-update"];
const lazies = [
  ...[null, null, null, null, null, null, null, null, null, null],
  ...["selectin", "joined", "subquery", "immediate", "raise", "noload", "dynamic", "write_only", "raise_on_sql"],
];
const lazyParents = [
  ...["joined", "joined", "selectin", "subquery", "raise", "raise_on_sql", "noload", "immediate", "select"],
];

/** What the options of one end depend on. */
export interface OptionsFor {
  /** Whether both ends are of one class. */
  readonly isSelfReference: boolean;
  /** One object instead of a collection. */
  readonly scalar: boolean;
  readonly target: ModelClass;
}

/** Options of a relationship to rows that refer to its owner. */
export function childrenOptions(random: Random, end: OptionsFor): RelationshipOptions {
  const cascade = random.pick(cascades);
  const passiveDeletes = random.pick([false, false, false, true, true, "all"] as const);
  const contradicts = passiveDeletes === "all" && cascade?.includes("delete") === true;
  const options = {
    ...plainOptions,
    cascade,
    passiveDeletes: contradicts && random.chance(0.97) ? true : passiveDeletes,
    lazy: random.pick(lazies),
    viewonly: random.chance(0.05),
    postUpdate: random.chance(0.03),
  };
  const selected = withOrder(random, withCriterion(random, end.target, options), end);
  return withDetails(random, withJoinDepth(random, loadable(selected, end), end), end);
}

/** Options of a relationship to the row that its owner refers to. */
export function parentOptions(random: Random, end: OptionsFor): RelationshipOptions {
  const cascade = random.chance(0.06) ? random.pick(["all, delete", "all, delete-orphan", "all"]) : null;
  const options = {
    ...plainOptions,
    cascade,
    passiveDeletes: random.pick([...Array<false>(24).fill(false), true, "all"] as const),
    lazy: random.chance(0.18) ? random.pick(lazyParents) : null,
    viewonly: random.chance(0.05),
    postUpdate: random.chance(0.08),
    singleParent: cascade === "all, delete-orphan" && random.chance(0.9),
  };
  return withDetails(random, options, end);
}

/** Options of a many-to-many relationship. */
export function pairOptions(random: Random, end: OptionsFor): RelationshipOptions {
  const cascade = random.chance(0.15)
    ? random.pick(["all, delete", "all", "save-update, merge", "all, delete-orphan"])
    : null;
  const options = {
    ...plainOptions,
    cascade,
    passiveDeletes: random.pick([false, false, false, true, "all"] as const) === true,
    lazy: random.chance(0.25)
      ? random.pick(["selectin", "joined", "subquery", "noload", "dynamic", "immediate"])
      : null,
    viewonly: random.chance(0.08),
    singleParent: cascade === "all, delete-orphan" && random.chance(0.9),
  };
  return withDetails(random, withOrder(random, withJoinDepth(random, options, end), end), end);
}

/** What a `backref` can take over from the relationship that makes it. */
export function withoutViewonly(options: RelationshipOptions): RelationshipOptions {
  return { ...options, viewonly: false, criterion: null, orderBy: null, overlaps: false };
}

/** Only collections can be loaded in pieces. */
function loadable(options: RelationshipOptions, { scalar }: OptionsFor): RelationshipOptions {
  const { lazy } = options;
  return scalar && (lazy === "dynamic" || lazy === "write_only") ? { ...options, lazy: null } : options;
}

/** Now and then a relationship selects its children by one of their columns too. */
function withCriterion(random: Random, child: ModelClass, options: RelationshipOptions): RelationshipOptions {
  const criterion = criterionOver(child);
  return criterion === null || !random.chance(0.06) ? options : { ...options, criterion };
}

/** What a join can ask of a class, null where it has no column for it. */
export function criterionOver({ columns, mapper }: ModelClass): string | null {
  const column = columns.find(({ type, computed }) => (type === "int" || type === "str") && !computed);
  if (column === undefined || column.name === mapper.excludes) return null;
  return `${column.name} == ${column.type === "int" ? "30" : "'own'"}`;
}

/** Which of several children a scalar gets is for the order to say. */
function withOrder(random: Random, options: RelationshipOptions, { scalar, target }: OptionsFor): RelationshipOptions {
  if (target.key === "reference" || !random.chance(scalar ? 0.4 : 0.05)) return options;
  return { ...options, orderBy: random.pick(["id", "id.desc()", "id.desc().nulls_last()"]) };
}

/** Eager loading follows a relationship from a class to itself only as deep as it is told. */
function withJoinDepth(random: Random, options: RelationshipOptions, end: OptionsFor): RelationshipOptions {
  if (!random.chance(end.isSelfReference ? 0.4 : 0.03)) return options;
  const lazy = options.lazy ?? random.pick(["joined", "selectin", "subquery", "immediate"]);
  return { ...options, lazy, joinDepth: 1 + random.integer(3) };
}

/** Options that most relationships do without. */
function withDetails(random: Random, options: RelationshipOptions, { scalar }: OptionsFor): RelationshipOptions {
  const isJoined = options.lazy === "joined";
  const isCollection = !scalar && options.lazy !== "dynamic" && options.lazy !== "write_only";
  return {
    ...options,
    innerJoin: random.chance(isJoined ? 0.4 : 0.01) ? random.pick(["True", '"unnested"'] as const) : null,
    typechecks: !random.chance(0.03),
    activeHistory: random.chance(0.02),
    asSet: isCollection && random.chance(0.04),
    overlaps: random.chance(0.06),
  };
}
