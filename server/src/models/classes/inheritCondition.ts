import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { InheritedColumn } from "../schema/mappedClass.ts";
import type { Value } from "../value.ts";

/** What `inherit_condition=` says: attributes of classes that it equates, as far as it does nothing else. */
export interface InheritCondition {
  readonly equated: readonly (readonly [ClassAttribute, ClassAttribute])[];
}

interface ClassAttribute {
  readonly classKey: ClassKey;
  readonly name: string;
}

export function readInheritCondition(value: Value | undefined): InheritCondition | null {
  if (value === undefined) return null;
  const equated = equatedIn(value);
  return { equated: equated.every((pair) => pair !== null) ? equated : [] };
}

function equatedIn(value: Value): readonly (readonly [ClassAttribute, ClassAttribute] | null)[] {
  if (value.kind === "call" && value.callee.kind === "symbol" && value.callee.name === "sqlalchemy.and_")
    return value.arguments.flatMap(equatedIn);
  if (value.kind !== "operation" || value.operator !== "==") return [null];
  const [one, other] = value.operands.map(attributeOf);
  return [one && other ? [one, other] : null];
}

function attributeOf(value: Value): ClassAttribute | null {
  if (value.kind !== "attribute" || value.of.kind !== "class") return null;
  return { classKey: value.of.key, name: value.name };
}

/** Which columns the rows of a class have from its base by that condition; empty where it says more or is not known. */
export function inheritedColumns(
  { key, inheritCondition }: MappedClassDeclaration,
  base: MappedClassDeclaration | null,
  attributes: ReadonlyMap<string, string>,
): readonly InheritedColumn[] {
  if (inheritCondition === null || base === null) return [];
  const pairs = inheritCondition.equated.map(([one, other]): InheritedColumn | null => {
    const [own, above] = one.classKey === key ? [one, other] : [other, one];
    const column = attributes.get(own.name);
    const baseColumn = base.attributes.get(above.name);
    const isOfBoth = own.classKey === key && above.classKey === base.key;
    return isOfBoth && column && baseColumn ? { column, baseTable: base.table, baseColumn } : null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : [];
}
