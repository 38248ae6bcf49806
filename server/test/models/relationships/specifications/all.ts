import type { Specification } from "../specification.ts";
import { sqlmodelAnnotations } from "./sqlmodelAnnotations.ts";
import { sqlmodelRelationships } from "./sqlmodelRelationships.ts";

/** Every specification by subject. Those of SQLModel run with the SQLAlchemy that SQLModel accepts. */
export const allSpecifications: Readonly<Record<string, readonly Specification[]>> = {
  "SQLModel: Relationship()": sqlmodelRelationships,
  "SQLModel: annotations": sqlmodelAnnotations,
};
