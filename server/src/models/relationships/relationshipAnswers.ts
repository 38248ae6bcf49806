import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { LinkingState } from "./linking.ts";
import type { ListedRelationships } from "./listRelationships.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { PreparedClasses } from "./preparedClass.ts";
import type { RegisteredNames } from "./registeredNames.ts";

/** What was worked out for one state of the declarations, by what it was worked out from; a later build keeps what it can. */
export interface RelationshipAnswers extends LinkingState {
  readonly declarations: MappedDeclarations;
  readonly names: RegisteredNames;
  readonly prepared: PreparedClasses;
  readonly selectables: ReadonlyMap<ClassKey, MappedSelectable | null>;
  readonly listed: ListedRelationships;
}
