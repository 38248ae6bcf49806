import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { mapperWarning } from "../modelProblem.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { LinkedTable } from "../tables/linkTables.ts";

/** A class of a hierarchy with a discriminator that says no value of it: rows of it are stored with NULL there, and not loaded. */
export function withoutIdentity(
  declaration: MappedClassDeclaration,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  tables: ReadonlyMap<TableKey, LinkedTable>,
): readonly ModelProblem[] {
  const { ancestors, polymorphicIdentity, polymorphicAbstract, gaps } = declaration;
  const root = classes.get(ancestors.at(-1) ?? declaration.key);
  if (polymorphicIdentity !== null || polymorphicAbstract || gaps.length > 0) return [];
  if (root === undefined || root === declaration || root.polymorphicOn === null) return [];
  const [own, holder] = [tables.get(declaration.table)?.table, tables.get(root.table)?.table];
  if (own === undefined || holder === undefined) return [];
  // What only SELECTs have, such as the discriminator of a ConcreteBase, is not there yet when the class is made.
  if (!holder.columns.some(({ name }) => name === root.polymorphicOn)) return [];
  const message =
    `Mapper[${declaration.name}(${own.name})] does not indicate a 'polymorphic_identity', yet is part of an inheritance ` +
    `hierarchy that has a 'polymorphic_on' column of '${holder.name}.${root.polymorphicOn}'. If this is an intermediary ` +
    "class that should not be instantiated, the class may either be left unmapped, or may include the " +
    "'polymorphic_abstract=True' parameter in its Mapper arguments. To leave the class unmapped when using Declarative, " +
    "set the '__abstract__ = True' attribute on the class.";
  return [mapperWarning(declaration, message)];
}
