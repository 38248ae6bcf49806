import type { ModelProblem, Unresolved } from "../schema/schema.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import type { PreparedClass } from "./preparedClass.ts";
import type { PreparedRelationship } from "./preparedRelationship.ts";

/** A relationship while mappers are configured: what is found out about its links with others is filled in. */
export interface LinkedRelationship {
  readonly prepared: PreparedRelationship;
  /** Null for one that fails or stays unknown. */
  readonly configured: ConfiguredRelationship | null;
  /** As written, or the name of the counterpart that a backref makes. */
  backPopulates: string | null;
  reverse: readonly LinkedRelationship[];
  /** The reverse relationship that its backref made. */
  made: LinkedRelationship | null;
  /** Whether SQLAlchemy has come to it yet. */
  started: boolean;
  /** What came up when it was configured, its backref included. */
  readonly problems: ModelProblem[];
  readonly unresolved: Unresolved[];
  /** What it has to do with, see `linking.ts`; null until somebody asks. */
  topics: readonly string[] | null;
  targetTopic: string | null;
}

/** The relationships of one class by name. */
export interface ClassRelationships {
  readonly prepared: PreparedClass;
  /** In the order of declaration. */
  readonly declared: ReadonlyMap<string, LinkedRelationship>;
  /** Those that backrefs of other classes add, in the order of their making; null for none. */
  backrefs: Map<string, LinkedRelationship> | null;
}

export function unlinked(prepared: PreparedRelationship): LinkedRelationship {
  const { configuration } = prepared;
  return {
    prepared,
    configured: configuration.kind === "configured" ? configuration.relationship : null,
    backPopulates: null,
    reverse: [],
    made: null,
    started: false,
    problems: [],
    unresolved: [],
    topics: null,
    targetTopic: null,
  };
}
