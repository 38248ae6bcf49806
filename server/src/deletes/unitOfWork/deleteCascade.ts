import type { Property } from "../mapper.ts";
import { type Cause, passiveOf, relatedValue } from "./flush.ts";
import type { Instance } from "./instance.ts";
import type { Session } from "./session.ts";

/** An object that goes because another one goes, and the relationship that says so. */
export interface Cascaded extends Cause {
  readonly instance: Instance;
}

/**
 * `Mapper.cascade_iterator("delete", …)`: everything that the delete cascades of `root` reach, depth first, each object
 * once. Relationships without `passive_deletes` are loaded for it. Iterative: cascades can be as long as the data.
 */
export function cascadeDelete(session: Session, root: Instance): readonly Cascaded[] {
  const found: Cascaded[] = [];
  const visited = new Set<Instance>();
  const frames = [frameOf(root)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child = frame.children.shift();
    if (child !== undefined) {
      found.push(child);
      frames.push(frameOf(child.instance));
      continue;
    }
    const property = frame.properties.shift();
    if (property === undefined) {
      frames.pop();
      continue;
    }
    for (const instance of relatedValue(session, frame.instance, property, passiveOf(property))?.instances ?? []) {
      if (visited.has(instance)) continue;
      visited.add(instance);
      frame.children.push({ instance, property, from: frame.instance });
    }
  }
  return found;
}

interface Frame {
  readonly instance: Instance;
  readonly properties: Property[];
  readonly children: Cascaded[];
}

function frameOf(instance: Instance): Frame {
  const cascading = instance.mapper.properties.filter(
    ({ relationship }) => !relationship.viewonly && relationship.cascade.includes("delete"),
  );
  return { instance, properties: cascading, children: [] };
}
