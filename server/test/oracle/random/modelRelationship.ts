/** A relationship of a model: over what it goes, its options, and how the other side knows of it. */
export interface ModelRelationship {
  readonly name: string;
  readonly target: string;
  readonly over: Over;
  /** One object instead of a collection. */
  readonly scalar: boolean;
  readonly options: RelationshipOptions;
  readonly link: Link | null;
  readonly spelling: number;
}

/**
 * `children`: the class is referenced by the target's reference. `parent`: the class holds the reference. `left`, `right`:
 * the class is that side of an association.
 */
export type Over =
  | { readonly side: "children" | "parent"; readonly reference: string }
  | { readonly side: "left" | "right"; readonly association: string };

export interface RelationshipOptions {
  readonly cascade: string | null;
  readonly passiveDeletes: boolean | "all";
  readonly lazy: string | null;
  readonly viewonly: boolean;
  readonly postUpdate: boolean;
  readonly singleParent: boolean;
  /** What the join asks of the children beside their key, as Python behind the class's name: `note1 == 2`. */
  readonly criterion: string | null;
  /** What the join sorts the children by, as Python behind the class's name: `id.desc()`. */
  readonly orderBy: string | null;
  readonly joinDepth: number | null;
  /** What a joined load is told of rows without a counterpart, as Python. */
  readonly innerJoin: "True" | '"unnested"' | null;
  /** False for `enable_typechecks=False`. */
  readonly typechecks: boolean;
  readonly activeHistory: boolean;
  /** The collection is a set. */
  readonly asSet: boolean;
  /** The relationship names all others as such that it may overlap. */
  readonly overlaps: boolean;
}

/** How the other side knows of the relationship. */
export type Link =
  | { readonly kind: "back_populates"; readonly name: string }
  | {
      readonly kind: "backref";
      readonly name: string;
      readonly options: RelationshipOptions;
      readonly scalar: boolean;
    };

export const plainOptions: RelationshipOptions = {
  cascade: null,
  passiveDeletes: false,
  lazy: null,
  viewonly: false,
  postUpdate: false,
  singleParent: false,
  criterion: null,
  orderBy: null,
  joinDepth: null,
  innerJoin: null,
  typechecks: true,
  activeHistory: false,
  asSet: false,
  overlaps: false,
};
