import { blockedParentDelete } from "./blockedParentDelete.ts";
import { cascadeDefeated } from "./cascadeDefeated.ts";
import { cascadeLoadsChildren } from "./cascadeLoadsChildren.ts";
import { deleteHasNoLimit } from "./deleteHasNoLimit.ts";
import { ormOnlyCascade } from "./ormOnlyCascade.ts";
import { passiveDeletesAllWithDelete } from "./passiveDeletesAllWithDelete.ts";
import { passiveDeletesWithoutOnDelete } from "./passiveDeletesWithoutOnDelete.ts";
import { requiredForeignKeyNulled } from "./requiredForeignKeyNulled.ts";
import { restrictBypassed } from "./restrictBypassed.ts";
import { restrictContradicted } from "./restrictContradicted.ts";
import type { Rule } from "./rule.ts";
import { setNullContradicted } from "./setNullContradicted.ts";
import { setNullOnRequired } from "./setNullOnRequired.ts";
import { sqlmodelTableInheritance } from "./sqlmodelTableInheritance.ts";
import { unknownForeignKey } from "./unknownForeignKey.ts";
import { unknownRelationshipTarget } from "./unknownRelationshipTarget.ts";

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // The ORM and the database disagree.
  cascadeDefeated,
  requiredForeignKeyNulled,
  restrictBypassed,
  restrictContradicted,
  setNullContradicted,
  ormOnlyCascade,
  passiveDeletesWithoutOnDelete,
  cascadeLoadsChildren,
  // Missing or misplaced.
  blockedParentDelete,
  // Declarations that fail or are ignored.
  setNullOnRequired,
  passiveDeletesAllWithDelete,
  unknownRelationshipTarget,
  unknownForeignKey,
  sqlmodelTableInheritance,
  // Where deletes happen.
  deleteHasNoLimit,
];

/** The rule of that name, null where there is none. */
export function ruleNamed(name: string): Rule | null {
  return rules.find((rule) => rule.name === name) ?? null;
}
