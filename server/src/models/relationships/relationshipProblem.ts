import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { DeclarationCall, Location, RelatedLocation } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";

/** What every problem of one relationship has in common. */
export interface ProblemSite {
  readonly owner: MappedClassDeclaration;
  readonly name: string;
  readonly location: Location;
  readonly call: DeclarationCall | null;
}

/** A failure or warning as SQLAlchemy, SQLModel or Python words it, before it is tied to a declaration. */
export interface Fault {
  readonly code: string;
  readonly phase: ModelProblem["phase"];
  /** Empty where nothing is raised or warned: the setting is ignored without a word. */
  readonly exception: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly related?: readonly RelatedLocation[];
}

/** The fault as a problem of the relationship at `site`. */
export function relationshipProblem(site: ProblemSite, fault: Fault): ModelProblem {
  return {
    code: fault.code,
    phase: fault.phase,
    exception: fault.exception,
    message: fault.message,
    location: site.location,
    related: fault.related ?? [],
    classKey: site.owner.key,
    className: site.owner.name,
    attribute: site.name,
    table: site.owner.table,
    call: site.call,
    details: fault.details ?? {},
  };
}
