import { accidentallyNullable } from "./accidentallyNullable.ts";
import { ambiguousForeignKeys } from "./ambiguousForeignKeys.ts";
import { associationWithoutOnDelete } from "./associationWithoutOnDelete.ts";
import { blockedParentDelete } from "./blockedParentDelete.ts";
import { bulkDeleteSkipsCascade } from "./bulkDeleteSkipsCascade.ts";
import { cascadeAgainstPolicy } from "./cascadeAgainstPolicy.ts";
import { cascadeDefeated } from "./cascadeDefeated.ts";
import { cascadeLoadsChildren } from "./cascadeLoadsChildren.ts";
import { cascadeOnManyToOne } from "./cascadeOnManyToOne.ts";
import { cascadeOverManyToMany } from "./cascadeOverManyToMany.ts";
import { cascadeStopsHalfway } from "./cascadeStopsHalfway.ts";
import { cascadeTooDeep } from "./cascadeTooDeep.ts";
import { circularDelete } from "./circularDelete.ts";
import { crossTenantCascade } from "./crossTenantCascade.ts";
import { deleteHasNoLimit } from "./deleteHasNoLimit.ts";
import { deleteOrphanNeedsSingleParent } from "./deleteOrphanNeedsSingleParent.ts";
import { deleteOrphanWithoutDelete } from "./deleteOrphanWithoutDelete.ts";
import { diamondConflict } from "./diamondConflict.ts";
import { duplicateForeignKey } from "./duplicateForeignKey.ts";
import { duplicateTable } from "./duplicateTable.ts";
import { failingDeclaration } from "./failingDeclaration.ts";
import { foreignKeyTargetNotUnique } from "./foreignKeyTargetNotUnique.ts";
import { foreignKeyTypeMismatch } from "./foreignKeyTypeMismatch.ts";
import { ignoredRelationshipArgument } from "./ignoredRelationshipArgument.ts";
import { invalidCascade } from "./invalidCascade.ts";
import { invalidOnDelete } from "./invalidOnDelete.ts";
import { lazyRaiseBlocksDelete } from "./lazyRaiseBlocksDelete.ts";
import { mismatchedBackPopulates } from "./mismatchedBackPopulates.ts";
import { misplacedOnDelete } from "./misplacedOnDelete.ts";
import { missingForeignKey } from "./missingForeignKey.ts";
import { missingPrimaryKey } from "./missingPrimaryKey.ts";
import { multipleCascadePaths } from "./multipleCascadePaths.ts";
import { noloadSkipsCascade } from "./noloadSkipsCascade.ts";
import { nullRefusedByCheck } from "./nullRefusedByCheck.ts";
import { oneToOneWithoutUnique } from "./oneToOneWithoutUnique.ts";
import { ormOnlyCascade } from "./ormOnlyCascade.ts";
import { orphanRemovalFails } from "./orphanRemovalFails.ts";
import { outcomeDependsOnLoading } from "./outcomeDependsOnLoading.ts";
import { passiveDeletesAllWithDelete } from "./passiveDeletesAllWithDelete.ts";
import { passiveDeletesOnManyToOne } from "./passiveDeletesOnManyToOne.ts";
import { passiveDeletesWithoutOnDelete } from "./passiveDeletesWithoutOnDelete.ts";
import { relationshipAnnotation } from "./relationshipAnnotation.ts";
import { relationshipInBase } from "./relationshipInBase.ts";
import { requiredForeignKeyNulled } from "./requiredForeignKeyNulled.ts";
import { restrictBypassed } from "./restrictBypassed.ts";
import { restrictContradicted } from "./restrictContradicted.ts";
import type { Rule } from "./rule.ts";
import { selfReferenceWithoutRemoteSide } from "./selfReferenceWithoutRemoteSide.ts";
import { setDefaultWithoutDefault } from "./setDefaultWithoutDefault.ts";
import { setNullContradicted } from "./setNullContradicted.ts";
import { setNullOnRequired } from "./setNullOnRequired.ts";
import { sharedDeleteOrphan } from "./sharedDeleteOrphan.ts";
import { softDeleteBypassed } from "./softDeleteBypassed.ts";
import { sqliteForeignKeysOff } from "./sqliteForeignKeysOff.ts";
import { sqlmodelTableInheritance } from "./sqlmodelTableInheritance.ts";
import { unindexedForeignKey } from "./unindexedForeignKey.ts";
import { unknownBackPopulates } from "./unknownBackPopulates.ts";
import { unknownForeignKey } from "./unknownForeignKey.ts";
import { unknownRelationshipTarget } from "./unknownRelationshipTarget.ts";
import { unlinkedRelationships } from "./unlinkedRelationships.ts";
import { unorderedDelete } from "./unorderedDelete.ts";
import { unsupportedOnDelete } from "./unsupportedOnDelete.ts";
import { wideCascade } from "./wideCascade.ts";
import { writeOnlyNeedsPassiveDeletes } from "./writeOnlyNeedsPassiveDeletes.ts";

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  // The ORM and the database disagree.
  cascadeDefeated,
  requiredForeignKeyNulled,
  nullRefusedByCheck,
  lazyRaiseBlocksDelete,
  restrictBypassed,
  restrictContradicted,
  setNullContradicted,
  ormOnlyCascade,
  passiveDeletesWithoutOnDelete,
  outcomeDependsOnLoading,
  cascadeLoadsChildren,
  noloadSkipsCascade,
  writeOnlyNeedsPassiveDeletes,
  cascadeStopsHalfway,
  diamondConflict,
  cascadeAgainstPolicy,
  // Missing or misplaced.
  blockedParentDelete,
  associationWithoutOnDelete,
  cascadeOnManyToOne,
  cascadeOverManyToMany,
  passiveDeletesOnManyToOne,
  orphanRemovalFails,
  sharedDeleteOrphan,
  unindexedForeignKey,
  oneToOneWithoutUnique,
  unlinkedRelationships,
  unorderedDelete,
  // Declarations that fail or are ignored.
  invalidCascade,
  invalidOnDelete,
  misplacedOnDelete,
  setNullOnRequired,
  setDefaultWithoutDefault,
  deleteOrphanNeedsSingleParent,
  deleteOrphanWithoutDelete,
  passiveDeletesAllWithDelete,
  ignoredRelationshipArgument,
  unknownBackPopulates,
  mismatchedBackPopulates,
  unknownRelationshipTarget,
  unknownForeignKey,
  ambiguousForeignKeys,
  missingForeignKey,
  selfReferenceWithoutRemoteSide,
  relationshipAnnotation,
  sqlmodelTableInheritance,
  relationshipInBase,
  missingPrimaryKey,
  duplicateTable,
  accidentallyNullable,
  duplicateForeignKey,
  foreignKeyTypeMismatch,
  foreignKeyTargetNotUnique,
  failingDeclaration,
  // The graph of foreign keys.
  circularDelete,
  unsupportedOnDelete,
  multipleCascadePaths,
  cascadeTooDeep,
  wideCascade,
  // Where deletes happen.
  sqliteForeignKeysOff,
  bulkDeleteSkipsCascade,
  deleteHasNoLimit,
  softDeleteBypassed,
  crossTenantCascade,
];
