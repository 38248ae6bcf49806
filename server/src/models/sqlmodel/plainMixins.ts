import type { ClassInfo } from "../classes/classInfo.ts";
import { kindOfAttribute } from "../declarative/attributeKinds.ts";
import { collectAttributes } from "../declarative/collectAttributes.ts";
import { readColumnAttribute } from "../declarative/mappedColumn.ts";
import type { Gap } from "../declaredTable.ts";
import type { Program } from "../evaluation/program.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import type { PlacedColumn } from "../tables/placedColumn.ts";
import { isModel } from "./fields.ts";

/** What SQLAlchemy's own scan finds in the plain Python classes that a table class inherits from. */
export interface MixinAttributes {
  readonly columns: readonly PlacedColumn[];
  readonly relationships: readonly RelationshipDeclaration[];
  readonly gaps: readonly Gap[];
}

/**
 * Columns and `declared_attr`s of mixins that are no SQLModel classes. Pydantic takes what is annotated for a field, so that
 * only attributes without an annotation are left to SQLAlchemy.
 */
export function plainMixinAttributes(program: Program, info: ClassInfo): MixinAttributes {
  const columns: PlacedColumn[] = [];
  const relationships: RelationshipDeclaration[] = [];
  const gaps: Gap[] = [];
  if (info.classes.every((owner) => isModel(owner))) return { columns, relationships, gaps };
  for (const attribute of collectAttributes(program, info)) {
    const { name, value, owner, location, annotation, declared } = attribute;
    if (isModel(owner) || value === null || (annotation !== null && !declared)) continue;
    const kind = kindOfAttribute(value);
    if (kind.kind === "column") columns.push(readColumnAttribute(program, info, attribute, true).column);
    else if (kind.kind === "relationship" && declared) {
      const { futureAnnotations } = owner.names.facts;
      const returns = annotation?.expression ?? null;
      relationships.push({
        owner: info.key,
        name,
        location,
        annotation: returns,
        value,
        scope: owner.scope,
        futureAnnotations,
        addedLater: false,
      });
    } else if (kind.kind === "unknown") {
      gaps.push({ ...location, what: `attribute ${info.name}.${name}`, why: kind.why });
    }
  }
  return { columns, relationships, gaps };
}
