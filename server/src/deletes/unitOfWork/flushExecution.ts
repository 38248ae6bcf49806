import type { Mapper, Property } from "../mapper.ts";
import { type Edge, itemsOnCycles, sortInLevels } from "../topologicalSort.ts";
import {
  type Action,
  type Agenda,
  compareActions,
  deleteAll,
  deleteOne,
  emptyAgenda,
  type InstanceAction,
  type InstanceProcessAction,
  order,
  type ProcessAction,
  saveAll,
  saveOne,
} from "./actions.ts";
import { hasChanges, presortDeletes, presortSaves, processDeletes, processSaves } from "./dependencies.ts";
import { type Flush, instancesInHierarchy, instancesOf, isDeleted } from "./flush.ts";
import type { Instance } from "./instance.ts";
import { orderInstances, orderProperty } from "./ordering.ts";
import { deleteObjects, postUpdate, saveObjects } from "./persistence.ts";
import { raise } from "./raised.ts";

/** A relationship that looks at the objects of the flush before anything is sorted (SQLAlchemy's `Preprocess`). */
interface Preprocess {
  readonly property: Property;
  /** `owners`: the objects that own the relationship. `targets`: only notes that the target's classes were asked about. */
  readonly of: "owners" | "targets";
  readonly processed: Set<Instance>;
  ordered: boolean;
}

/** The work list of a flush; `enlist` has to be told of every class that joins it. */
export interface FlushWork {
  readonly agenda: Agenda;
  readonly preprocesses: Map<string, Preprocess>;
}

export function emptyWork(): FlushWork {
  return { agenda: emptyAgenda(), preprocesses: new Map() };
}

/** A class joins the flush: its saves precede its deletes, and its relationships have to be looked at. */
export function enlist({ agenda, preprocesses }: FlushWork, mapper: Mapper, targeted: readonly Property[]): void {
  order(agenda, saveAll(agenda, mapper.base), deleteAll(agenda, mapper.base));
  const add = (property: Property, of: Preprocess["of"]) => {
    const key = `${of} ${property.parent.key}.${property.name}`;
    if (!preprocesses.has(key)) preprocesses.set(key, { property, of, processed: new Set(), ordered: false });
  };
  for (const property of targeted) add(property, "targets");
  for (const property of mapper.properties) if (!property.relationship.viewonly) add(property, "owners");
}

/** Runs the flush: collects what else takes part, puts the work in order and executes it. Raises as SQLAlchemy would. */
export function executeFlush(flush: Flush, work: FlushWork): void {
  const { agenda } = work;
  let changed = true;
  while (changed) {
    changed = false;
    for (const preprocess of [...work.preprocesses.values()]) {
      if (runPreprocess(flush, agenda, preprocess)) changed = true;
    }
  }
  const cycle = itemsOnCycles(edgesOf(agenda));
  if (cycle.size > 0) breakIntoInstances(flush, agenda, cycle);
  const actions = [...agenda.actions.values()]
    .filter((action) => !agenda.disabled.has(action) && !cycle.has(action))
    .sort(compareActions);
  const sorted = sortInLevels(edgesOf(agenda), actions);
  for (const level of sorted.levels) {
    if (cycle.size > 0) executeTogether(flush, level);
    else for (const action of level) executeAction(flush, action);
  }
  if (!sorted.ok) raise("CircularDependencyError", "Circular dependency detected.");
}

function runPreprocess(flush: Flush, agenda: Agenda, preprocess: Preprocess): boolean {
  const { property, processed } = preprocess;
  const top = preprocess.of === "owners" ? property.parent : property.target;
  const mappers = top.descendants.filter(
    (mapper) => preprocess.of === "targets" || mapper.properties.includes(property),
  );
  const fresh = mappers.flatMap((mapper) => [...instancesOf(flush, mapper)].filter((each) => !processed.has(each)));
  if (fresh.length === 0) return false;
  const deletes = fresh.filter((instance) => isDeleted(flush, instance));
  const saves = fresh.filter((instance) => !isDeleted(flush, instance));
  for (const instance of fresh) processed.add(instance);
  if (preprocess.of === "targets") return true;
  if (deletes.length > 0) presortDeletes(flush, property, deletes);
  if (saves.length > 0) presortSaves(flush, property, saves);
  if (
    !preprocess.ordered &&
    (hasChanges(flush, property, deletes, true) || hasChanges(flush, property, saves, false))
  ) {
    orderProperty(agenda, property);
    preprocess.ordered = true;
  }
  return true;
}

/** Where classes depend on each other in a circle, their work is done object by object. */
function breakIntoInstances(flush: Flush, agenda: Agenda, cycle: ReadonlySet<Action>): void {
  const replacements = new Map<Action, ReadonlySet<Action>>();
  for (const action of cycle) {
    const ones = new Set<Action>();
    replacements.set(action, ones);
    if (action.kind !== "saveAll" && action.kind !== "deleteAll") continue;
    const isDelete = action.kind === "deleteAll";
    const instances = instancesInHierarchy(flush, action.base, isDelete);
    for (const instance of instances) {
      const one = isDelete ? deleteOne(agenda, instance) : saveOne(agenda, instance);
      // Saves stay before deletes.
      if (isDelete) order(agenda, saveAll(agenda, action.base), one);
      else order(agenda, one, deleteAll(agenda, action.base));
      ones.add(one);
    }
    for (const property of agenda.properties.get(action.base) ?? []) {
      const owners = instances.filter(({ mapper }) => mapper.properties.includes(property));
      orderInstances(flush, agenda, cycle, property, owners, isDelete);
    }
  }
  for (const [before, after] of edgesOf(agenda)) {
    const drop = () => agenda.edges.get(before)?.delete(after);
    if (agenda.disabled.has(before) || agenda.disabled.has(after) || (cycle.has(before) && cycle.has(after))) {
      drop();
    } else if (cycle.has(before)) {
      drop();
      for (const one of replacements.get(before) ?? []) order(agenda, one, after);
    } else if (cycle.has(after)) {
      drop();
      for (const one of replacements.get(after) ?? []) order(agenda, before, one);
    }
  }
}

function executeAction(flush: Flush, action: Action): void {
  if (action.kind === "saveAll") {
    saveObjects(flush, action.base, instancesInHierarchy(flush, action.base, false));
  } else if (action.kind === "deleteAll") {
    deleteObjects(flush, action.base, instancesInHierarchy(flush, action.base, true));
  } else if (action.kind === "postUpdateAll") {
    const pending = flush.postUpdates.get(action.base);
    if (!pending) return;
    // With passive_deletes="all" nobody made the children take part in the flush; SQLAlchemy stumbles over it.
    if ([...pending.instances].some((instance) => !flush.fates.has(instance))) {
      raise("KeyError", "<sqlalchemy.orm.state.InstanceState object>");
    }
    const instances = [...pending.instances].filter((instance) => isDeleted(flush, instance) === action.isDelete);
    postUpdate(flush, action.base, instances, pending.pairs);
  } else if (action.kind === "processAll") {
    const owners = action.property.parent.descendants
      .filter((mapper) => mapper.properties.includes(action.property))
      .flatMap((mapper) => [...instancesOf(flush, mapper)])
      .filter((instance) => isDeleted(flush, instance) === action.isDelete);
    process(flush, action, owners);
  } else {
    executeTogether(flush, [action]);
  }
}

/**
 * Actions of one level for single objects of the same hierarchy or relationship are executed as one. SQLAlchemy takes them
 * from a Python set, in no order that could be told beforehand; the group with the most members is the likeliest first.
 */
function executeTogether(flush: Flush, level: readonly Action[]): void {
  const groups = Map.groupBy(level, (action) => ("instance" in action ? groupOf(action) : action));
  const bySize = [...groups.values()].sort((one, other) => other.length - one.length);
  for (const alike of bySize) {
    const [action] = alike;
    if (!action) continue;
    if (!("instance" in action)) {
      executeAction(flush, action);
      continue;
    }
    const instances = alike.flatMap((other) => ("instance" in other ? [other.instance] : []));
    if (action.kind === "processOne") process(flush, action, instances);
    else if (action.kind === "saveOne") saveObjects(flush, action.instance.mapper.base, instances);
    else deleteObjects(flush, action.instance.mapper.base, instances);
  }
}

function groupOf(action: InstanceAction | InstanceProcessAction): string {
  if (action.kind !== "processOne") return `${action.kind} ${action.instance.mapper.base.key}`;
  return `${action.kind} ${action.property.parent.key}.${action.property.name} ${action.isDelete}`;
}

function process(
  flush: Flush,
  { property, isDelete }: ProcessAction | InstanceProcessAction,
  owners: readonly Instance[],
): void {
  if (isDelete) processDeletes(flush, property, owners);
  else processSaves(flush, property, owners);
}

function edgesOf(agenda: Agenda): readonly Edge<Action>[] {
  return [...agenda.edges].flatMap(([before, afters]) => [...afters].map((after): Edge<Action> => [before, after]));
}
