import type { Expression } from "../python/syntax.ts";
import type { ClassKey, Location } from "./schema/keys.ts";
import type { Scope, Value } from "./value.ts";

/**
 * A relationship as declared, before anything about tables is known. `models/relationships/` turns these into
 * `Relationship`s once every table and class has been read.
 */
export interface RelationshipDeclaration {
  /** The mapped class it belongs to (for a mixin's `declared_attr`: each class that inherits it). */
  readonly owner: ClassKey;
  readonly name: string;
  /** The attribute name. */
  readonly location: Location;
  /** `Post: Mapped[...]`: the annotation, to be read in `scope`; null where there is none. */
  readonly annotation: Expression | null;
  /** The call: of `sqlmodel.Relationship`, `sqlalchemy.orm.relationship` or one of its synonyms. */
  readonly value: Value;
  /** Where strings of this declaration (targets, joins) and its annotation are evaluated. */
  readonly scope: Scope;
  /** True under `from __future__ import annotations`, which makes every annotation a string. */
  readonly futureAnnotations: boolean;
  /** Assigned to the class after its mapper was made: comes after what the class inherits. */
  readonly addedLater: boolean;
}
