import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { mapperWarning } from "../modelProblem.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";

/**
 * A class that names a version column although a class above it has one. An attribute of that class is another object than its
 * column, so that even the same column counts as another.
 */
export function inheritedVersions(
  declaration: MappedClassDeclaration,
  declared: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
): readonly ModelProblem[] {
  const { key, inherits, versionIdColumn, versionIsTableColumn, gaps } = declaration;
  const given = declared.get(key)?.versionIdColumn ?? null;
  const above = inherits === null ? null : (classes.get(inherits)?.versionIdColumn ?? null);
  if (given === null || above === null || versionIdColumn === null || gaps.length > 0) return [];
  if (versionIsTableColumn && versionIdColumn === above) return [];
  const message =
    `Inheriting version_id_col '${versionIdColumn}' does not match inherited version_id_col '${above}' and will not ` +
    "automatically populate the inherited versioning column. version_id_col should only be specified on the base-most " +
    "mapper that includes versioning.";
  return [mapperWarning(declaration, message)];
}
