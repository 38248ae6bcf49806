import type { Specification } from "../specification.ts";
import { asWritten } from "./asWritten.ts";
import { backPopulates } from "./backPopulates.ts";
import { backrefs } from "./backrefs.ts";
import { cascades } from "./cascades.ts";
import { inheritance } from "./inheritance.ts";
import { joins } from "./joins.ts";
import { mappedAnnotations } from "./mappedAnnotations.ts";
import { names } from "./names.ts";
import { secondary } from "./secondary.ts";
import { sqlmodelAnnotations } from "./sqlmodelAnnotations.ts";
import { sqlmodelRelationships } from "./sqlmodelRelationships.ts";
import { unresolvedRelationships } from "./unresolvedRelationships.ts";

/** Every specification by subject. Those of SQLModel run with the SQLAlchemy that SQLModel accepts. */
export const allSpecifications: Readonly<Record<string, readonly Specification[]>> = {
  "SQLModel: Relationship()": sqlmodelRelationships,
  "SQLModel: annotations": sqlmodelAnnotations,
  "Mapped annotations": mappedAnnotations,
  joins,
  secondary,
  backrefs,
  back_populates: backPopulates,
  cascades,
  inheritance,
  names,
  "as written in real projects": asWritten,
  unresolved: unresolvedRelationships,
};
