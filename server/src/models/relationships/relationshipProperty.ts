import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ColumnReference, Table } from "../schema/table.ts";
import type { Scope } from "../value.ts";
import type { JoinExpression } from "./joinExpression.ts";
import type { TargetReference } from "./mappedAnnotation.ts";
import type { RelationshipArguments } from "./relationshipArguments.ts";
import type { RelationshipOptions } from "./relationshipOptions.ts";
import type { ProblemSite } from "./relationshipProblem.ts";

/** A relationship with its settings read, before its target and join are looked for (`RelationshipProperty`). */
export interface RelationshipProperty {
  readonly name: string;
  /** The class that declares it, or that a backref adds it to. */
  readonly parent: MappedClassDeclaration;
  readonly site: ProblemSite;
  readonly origin: "declared" | "backref";
  /** Added to the class after its mapper was made. */
  readonly addedLater: boolean;
  readonly arguments: RelationshipArguments;
  readonly options: RelationshipOptions;
  /** How Python writes a `lazy=` that no loader strategy has; null for a known one. */
  readonly unknownLazy: string | null;
  readonly target: TargetReference;
  /** Where names in the annotation are looked up; null for a backref. */
  readonly scope: Scope | null;
  /** What a backref takes over from the relationship that makes it. */
  readonly inherited: InheritedJoin | null;
}

export interface InheritedJoin {
  readonly secondary: Table | null;
  readonly primaryjoin: JoinExpression;
  readonly secondaryjoin: JoinExpression | null;
  readonly foreignKeys: readonly ColumnReference[];
}

/** `Class.attribute`, as SQLAlchemy prints a relationship. */
export function labelOf(property: RelationshipProperty): string {
  return `${property.parent.name}.${property.name}`;
}
