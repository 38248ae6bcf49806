import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import type { ClassKey } from "../schema.ts";
import type { DeclaredProperty } from "./declaredProperty.ts";
import type { LinkingState } from "./linking.ts";
import type { ListedRelationships } from "./listRelationships.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Remembered } from "./memory.ts";
import type { PreparedRelationship } from "./preparedRelationship.ts";

/** What was worked out for one state of the declarations, by what it was worked out from; a later build keeps what it can. */
export interface RelationshipAnswers extends LinkingState {
  readonly declarations: MappedDeclarations;
  readonly selectables: ReadonlyMap<ClassKey, MappedSelectable | null>;
  readonly prepared: Map<RelationshipDeclaration, Remembered<PreparedDeclaration>>;
  readonly listed: ListedRelationships;
}

/** A declaration as far as it can be understood without the others; `relationship` is null where it cannot be read. */
export interface PreparedDeclaration {
  readonly declared: DeclaredProperty;
  readonly relationship: PreparedRelationship | null;
}
