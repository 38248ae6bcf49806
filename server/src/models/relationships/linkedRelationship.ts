import type { ConfiguredRelationship } from "./configureRelationship.ts";
import type { PreparedRelationship } from "./preparedRelationship.ts";

/** A relationship while mappers are configured: what is found out about its links with others is filled in. */
export interface LinkedRelationship {
  readonly prepared: PreparedRelationship;
  /** Null for one that fails or stays unknown. */
  readonly configured: ConfiguredRelationship | null;
  /** As written, or the name of the counterpart that a backref makes. */
  backPopulates: string | null;
  readonly reverse: LinkedRelationship[];
  /** Whether SQLAlchemy has come to it yet. */
  started: boolean;
}

/** The relationships of one class by name. */
export interface ClassRelationships {
  /** In the order of declaration. */
  readonly declared: Map<string, LinkedRelationship>;
  /** Those that backrefs of other classes add, in the order of their making; null for none. */
  backrefs: Map<string, LinkedRelationship> | null;
  /** Names of relationships that are declared but cannot be read, or fail to be declared; null for none. */
  unreadable: Set<string> | null;
}

export function unlinked(prepared: PreparedRelationship): LinkedRelationship {
  const { configuration } = prepared;
  return {
    prepared,
    configured: configuration.kind === "configured" ? configuration.relationship : null,
    backPopulates: null,
    reverse: [],
    started: false,
  };
}
