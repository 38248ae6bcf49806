import type { ClassInfo } from "../classes/classInfo.ts";
import { modelProblem, ofClass } from "../modelProblem.ts";
import { readRelationshipCall } from "../relationships/relationshipArguments.ts";
import { readRelationshipOptions } from "../relationships/relationshipOptions.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { AssignedAttribute } from "./assignedAttributes.ts";

/**
 * What a `relationship()` says of its arguments when it is made, although the class that it is assigned to does not take
 * notice of it.
 */
export function problemsOfUnmapped(info: ClassInfo, { name, location, value }: AssignedAttribute): ModelProblem[] {
  if (value.kind !== "call") return [];
  const reading = readRelationshipCall(value);
  const options = reading.kind === "read" ? readRelationshipOptions(reading.arguments) : reading;
  const faults = options.kind === "read" ? options.warnings : options.kind === "fault" ? [options.fault] : [];
  return faults.map((fault) => modelProblem({ ...ofClass(info), ...fault, location, attribute: name }));
}
