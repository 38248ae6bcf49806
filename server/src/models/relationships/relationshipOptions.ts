import { truthOf } from "../evaluation/truth.ts";
import type { CascadeOption, InnerJoin, Lazy } from "../schema/relationship.ts";
import type { Value } from "../value.ts";
import { DEFAULT_CASCADE, readCascade, viewonlyCascade } from "./cascadeOptions.ts";
import { pythonRepr } from "./pythonRepr.ts";
import type { RelationshipArguments } from "./relationshipArguments.ts";
import type { Fault } from "./relationshipProblem.ts";

/** The settings of a relationship that need no other class to be read. */
export interface RelationshipOptions {
  readonly cascade: readonly CascadeOption[];
  readonly passiveDeletes: false | true | "all";
  readonly viewonly: boolean;
  readonly lazy: Lazy;
  readonly joinDepth: number | null;
  readonly innerJoin: InnerJoin;
  readonly uselist: boolean | null;
  readonly collectionClass: "given" | "absent";
  /** The canonical name of a collection class that a library has, null for any other. */
  readonly collection: string | null;
  readonly postUpdate: boolean;
  readonly singleParent: boolean;
  readonly syncBackref: boolean | null;
  readonly overlaps: readonly string[];
}

export type OptionsReading =
  | {
      readonly kind: "read";
      readonly options: RelationshipOptions;
      readonly warnings: readonly Fault[];
      /** The text of a `lazy=` that no loader strategy has; fails when mappers are configured. */
      readonly unknownLazy: string | null;
    }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

const LAZY_NAMES: ReadonlySet<string> = new Set<Lazy>([
  "select",
  "joined",
  "selectin",
  "subquery",
  "immediate",
  "raise",
  "raise_on_sql",
  "noload",
  "dynamic",
  "write_only",
]);

/** Flags of the unit of work that a viewonly relationship has no use for, with their defaults. */
const PERSISTENCE_FLAGS = [
  ["passive_deletes", false],
  ["passive_updates", true],
  ["enable_typechecks", true],
  ["active_history", false],
  ["cascade_backrefs", false],
] as const;

/** Reads the settings as `RelationshipProperty.__init__` does, with the errors and warnings that it gives. */
export function readRelationshipOptions(given: RelationshipArguments): OptionsReading {
  const unknown: string[] = [];
  const viewonly = flag("viewonly", false);
  const warnings: Fault[] = [];
  if (viewonly) warnings.push(...persistenceFlags(given));
  const syncBackref = optionalFlag("sync_backref");
  if (viewonly && syncBackref === true) return fault("other", "sync_backref and viewonly cannot both be True");
  if (flag("cascade_backrefs", false)) {
    return fault("other", "The 'cascade_backrefs' parameter passed to relationship() may only be set to False.");
  }
  let cascade = DEFAULT_CASCADE;
  const cascadeArgument = given.values.get("cascade");
  if (cascadeArgument !== undefined) {
    const reading = readCascade(cascadeArgument.value);
    if (reading === null) unknown.push("cascade");
    else if (reading.kind === "invalid") {
      return fault("invalid-cascade", reading.message, reading.exception);
    } else cascade = reading.options;
  }
  if (cascade.includes("delete-orphan") && !cascade.includes("delete")) warnings.push(orphanWithoutDelete());
  const backPopulates = given.values.get("back_populates");
  const backref = given.values.get("backref");
  if (isGiven(backPopulates?.value) && isGiven(backref?.value)) {
    return fault("other", "backref and back_populates keyword arguments are mutually exclusive");
  }
  const lazy = readLazy(given.values.get("lazy")?.value);
  if (lazy === null) unknown.push("lazy");
  const passiveDeletes = readPassiveDeletes(given.values.get("passive_deletes")?.value);
  if (passiveDeletes === null) unknown.push("passive_deletes");
  const innerJoin = readInnerJoin(given.values.get("innerjoin")?.value);
  if (innerJoin === null) unknown.push("innerjoin");
  const joinDepth = given.values.get("join_depth")?.value;
  const overlaps = readOverlaps(given.values.get("overlaps")?.value);
  if (overlaps === null) unknown.push("overlaps");
  const collectionClass = given.values.get("collection_class")?.value;
  const options: RelationshipOptions = {
    cascade: viewonly ? viewonlyCascade(cascade) : cascade,
    passiveDeletes: passiveDeletes ?? false,
    viewonly,
    lazy: lazy?.lazy ?? "select",
    joinDepth: joinDepth?.kind === "number" && joinDepth.value !== 0 ? joinDepth.value : null,
    innerJoin: innerJoin ?? false,
    uselist: optionalFlag("uselist"),
    collectionClass: isGiven(collectionClass) ? "given" : "absent",
    collection: collectionClass?.kind === "symbol" ? collectionClass.name : null,
    postUpdate: flag("post_update", false),
    singleParent: flag("single_parent", false),
    syncBackref,
    overlaps: overlaps ?? [],
  };
  if (unknown.length > 0) return { kind: "unknown", why: `${unknown.join(", ")} cannot be read` };
  if (viewonly) warnings.push(...droppedCascades(cascadeArgument === undefined ? [] : cascade));
  return { kind: "read", options, warnings, unknownLazy: lazy?.unknown ?? null };

  function flag(name: string, otherwise: boolean): boolean {
    const argument = given.values.get(name);
    if (argument === undefined) return otherwise;
    const truth = truthOf(argument.value);
    if (truth === null) unknown.push(name);
    return truth ?? otherwise;
  }

  function optionalFlag(name: string): boolean | null {
    const argument = given.values.get(name);
    return argument === undefined || argument.value.kind === "none" ? null : flag(name, false);
  }
}

/** False for an absent argument and for `None`; an unknown value counts as given. */
function isGiven(value: Value | undefined): boolean {
  return value !== undefined && truthOf(value) !== false;
}

function readPassiveDeletes(value: Value | undefined): false | true | "all" | null {
  if (value === undefined) return false;
  if (value.kind === "string" && value.value === "all") return "all";
  return truthOf(value);
}

function readOverlaps(value: Value | undefined): readonly string[] | null {
  if (value === undefined || value.kind === "none") return [];
  if (value.kind !== "string") return null;
  return value.value === "" ? [] : value.value.split(/\s*,\s*/);
}

function readLazy(value: Value | undefined): { readonly lazy: Lazy; readonly unknown: string | null } | null {
  if (value === undefined) return { lazy: "select", unknown: null };
  if (value.kind === "none") return { lazy: "noload", unknown: null };
  if (value.kind === "boolean") return { lazy: value.value ? "select" : "joined", unknown: null };
  if (value.kind !== "string") return null;
  return isLazy(value.value)
    ? { lazy: value.value, unknown: null }
    : { lazy: "select", unknown: pythonRepr(value.value) };
}

/** Any other text than `"unnested"` counts as `True`. */
function readInnerJoin(value: Value | undefined): InnerJoin | null {
  if (value === undefined) return false;
  if (value.kind === "string" && value.value === "unnested") return "unnested";
  const truth = truthOf(value);
  return truth === true ? "nested" : truth;
}

function isLazy(text: string): text is Lazy {
  return LAZY_NAMES.has(text);
}

function persistenceFlags(given: RelationshipArguments): Fault[] {
  const faults: Fault[] = [];
  for (const [name, otherwise] of PERSISTENCE_FLAGS) {
    const value = given.values.get(name)?.value;
    const truth = value === undefined ? null : truthOf(value);
    if (truth === null || truth === otherwise) continue;
    faults.push({
      code: "ignored-relationship-argument",
      phase: "warning",
      exception: "SAWarning",
      message:
        `Setting ${name} on relationship() while also setting viewonly=True does not make sense, as a viewonly=True ` +
        "relationship does not perform persistence operations. This configuration may raise an error in a future release.",
      details: { argument: name, because: "viewonly" },
    });
  }
  return faults;
}

/** SQLAlchemy 2 drops these without a word; 1.4 refused them. */
function droppedCascades(cascade: readonly CascadeOption[]): Fault[] {
  const dropped = cascade.filter((option) => !viewonlyCascade([option]).length);
  if (dropped.length === 0) return [];
  return [
    {
      code: "ignored-relationship-argument",
      phase: "warning",
      exception: "",
      message: `cascade ${dropped.map((option) => `"${option}"`).join(", ")} has no effect beside viewonly=True`,
      details: { argument: "cascade", because: "viewonly" },
    },
  ];
}

function orphanWithoutDelete(): Fault {
  return {
    code: "delete-orphan-without-delete",
    phase: "warning",
    exception: "SAWarning",
    message: "The 'delete-orphan' cascade option requires 'delete'.",
  };
}

function fault(code: string, message: string, exception = "ArgumentError"): OptionsReading {
  return { kind: "fault", fault: { code, phase: "import", exception, message } };
}
