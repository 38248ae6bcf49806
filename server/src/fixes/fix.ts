import type { DeclarationCall, Location } from "../models/schema/keys.ts";

/**
 * A change to declarations that a rule proposes, as plain data: it says what to change, not yet with which characters.
 * It travels with the finding (in LSP `data`), and `fixes/` turns it into text edits when it is asked for.
 */
export interface Fix {
  /** What the user reads in the quick-fix menu: an imperative sentence without a full stop. */
  readonly title: string;
  /** `unsafe` where the behaviour of working code changes beyond the defect, or a migration is needed. */
  readonly safety: "safe" | "unsafe";
  readonly changes: readonly Change[];
}

export type Change =
  /** `ondelete=` of a foreign key; null removes it. `call` is the `Field`, `ForeignKey` or `ForeignKeyConstraint` call. */
  | { readonly kind: "onDelete"; readonly call: Location; readonly action: string | null }
  /** The target `table.column` of a foreign key, where it is written as a string. */
  | { readonly kind: "foreignKeyTarget"; readonly call: Location; readonly from: string; readonly to: string }
  /**
   * Whether the relationship's delete cascade is on, however that is spelt at this call (`cascade_delete=`, `cascade=`, inside `sa_relationship_kwargs`).
   * For a relationship made by `backref="name"`, `call` is the place of that string.
   */
  | {
      readonly kind: "deleteCascade";
      readonly call: DeclarationCall;
      readonly enabled: boolean;
      readonly orphan: boolean;
    }
  | { readonly kind: "passiveDeletes"; readonly call: DeclarationCall; readonly value: true | "all" | null }
  /** Any other option of a relationship, wherever this declaration keeps its options; `value` as for `keyword`. */
  | {
      readonly kind: "relationshipOption";
      readonly call: DeclarationCall;
      readonly name: string;
      readonly value: string | null;
    }
  /** Makes a column accept NULL: the annotation, a `nullable=False`, and a SQLModel default where one is needed. */
  | { readonly kind: "nullable"; readonly column: Location; readonly call: Location | null }
  /** An option of a column that `Field`, `mapped_column` and `Column` share: `index`, `unique`, `nullable`. */
  | { readonly kind: "columnOption"; readonly call: Location; readonly name: string; readonly value: string }
  /** Any other keyword of a call; `value` is Python source, null removes the keyword. */
  | { readonly kind: "keyword"; readonly call: Location; readonly name: string; readonly value: string | null }
  /** Replaces the text of one expression by Python source. */
  | { readonly kind: "replace"; readonly at: Location; readonly text: string };

/** A finished edit: offsets as in `python/syntax.ts`. */
export interface TextEdit {
  readonly location: Location;
  readonly newText: string;
}
