import type { ClassKey } from "../../models/schema/keys.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { Verdict } from "../outcome.ts";

/**
 * A foreign key whose target table is known, with the relationships that run over it, and what each delete path does to
 * it: one row of the truth table that rules and hovers read. The row says what happens when a row of `parent` goes while
 * rows of `child` reference it, this foreign key taken alone.
 */
export interface Link {
  /** `post.user_id -> user.id`; composite: `line.(tenant, order_id) -> order.(tenant, id)`. Names are schema-qualified where there is a schema. */
  readonly label: string;
  readonly foreignKey: ForeignKey;
  readonly child: Table;
  readonly parent: Table;
  /** True where some referencing column is NOT NULL; `keyed` where one is in the child's primary key. */
  readonly required: boolean;
  readonly keyed: boolean;
  /**
   * `inheritance` where the foreign key ties the table of a joined subclass to the table of its base, so that the "child"
   * is the other half of the same object; `reference` for every other foreign key.
   */
  readonly kind: "reference" | "inheritance";
  /** One for each mapped class whose rows live in `parent` (the class itself and its mapped subclasses); a single one with `parentClass` null for a Core table. */
  readonly sides: readonly LinkSide[];
  /** Relationships from the child's classes to the parent (many-to-one) over this foreign key. */
  readonly manyToOne: readonly Relationship[];
  /** Relationships that use the child table as `secondary` and this foreign key as one of its sides. */
  readonly manyToMany: readonly Relationship[];
}

export interface LinkSide {
  readonly parentClass: ClassKey | null;
  /** One-to-many and one-to-one relationships that `parentClass` owns over this foreign key, those that are viewonly included. */
  readonly relationships: readonly Relationship[];
  /** Many-to-many relationships that `parentClass` owns through the child table over this foreign key. */
  readonly manyToMany: readonly Relationship[];
  readonly verdict: Verdict;
  /**
   * False where the parent's class or a class of the child could not be read completely, so that a relationship that is
   * not listed here may change the `orm` verdicts; or where a listener of the parent may change the children's rows.
   */
  readonly certain: boolean;
}
