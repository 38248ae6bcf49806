import type { Dialect } from "../deletes/impact.ts";
import type { Link, LinkSide } from "../deletes/link.ts";
import type { Fix } from "../fixes/fix.ts";
import type {
  ClassKey,
  Location,
  ModelProblem,
  RelatedLocation,
  Relationship,
  Schema,
  TableKey,
} from "../models/schema.ts";
import type { DeleteSite, Usage } from "../models/usage/usage.ts";
import type { DeclaredRelationship } from "./declaredRelationships.ts";
import type { StoppedCascade } from "./stoppedCascades.ts";

/** The four severities of LSP and of `--fail-on`, mildest last. */
export type Severity = "error" | "warning" | "information" | "hint";

/** One rule: a name for a cell of the truth table, or for something certain to fail. */
export interface Rule {
  /** Kebab-case; also the name of its page in `docs/rules/`. */
  readonly name: string;
  readonly group: RuleGroup;
  /** One line for lists: the defect, not the remedy. */
  readonly summary: string;
  readonly severity: Severity;
  /** False for rules that wait until they are configured. */
  readonly enabledByDefault: boolean;
  /** Pure; yields findings in any order; never throws on user code. */
  readonly check: (project: IndexedProject) => Iterable<Finding>;
}

export type RuleGroup = "disagreement" | "missing" | "declaration" | "graph" | "usage" | "migration" | "suppression";

/** What a rule may look at. */
export interface Project {
  readonly schema: Schema;
  /** Every foreign key with a known target, with its verdicts. */
  readonly links: readonly Link[];
  /** Where rows are deleted and engines are made. */
  readonly usage: Usage;
  readonly configuration: RuleConfiguration;
}

/** A project with what rules look up again and again; made once for each run of the rules. */
export interface IndexedProject extends Project {
  /** Every foreign key with each class of its parent table, where all that decides about the verdict is known and works. */
  readonly parentSides: readonly ParentSide[];
  /** The same, through each one-to-many or one-to-one relationship of the class. */
  readonly parentRelationships: readonly ParentRelationship[];
  /** The schema's problems as a user meets them: of one declaration the first that raises, or every warning. */
  readonly problems: readonly ModelProblem[];
  /** The links whose rows go, stay or block when a row of the table is deleted. */
  readonly linksByParent: ReadonlyMap<TableKey, readonly Link[]>;
  readonly linksByChild: ReadonlyMap<TableKey, readonly Link[]>;
  /** The deletes of the project without those of its tests. */
  readonly applicationDeletes: readonly DeleteSite[];
  /** Where the application deletes objects or rows of the class, or of a mapped subclass of it. */
  readonly deletesByClass: ReadonlyMap<ClassKey, readonly DeleteSite[]>;
  /**
   * True for a declaration that fails by itself: at import, when mappers are configured, or in the database. Whatever
   * else could be said of it is a consequence, and one defect is one finding.
   */
  readonly isBroken: (declaration: Location) => boolean;
  /** Every relationship that writes, once, on the class that declares it; without those that fail by themselves. */
  readonly declaredRelationships: readonly DeclaredRelationship[];
  /** Found when first asked for. */
  readonly stoppedCascades: () => readonly StoppedCascade[];
}

/** A foreign key seen from one class of its parent table. */
export interface ParentSide {
  readonly link: Link;
  readonly side: LinkSide;
}

/** A foreign key seen from one class of its parent table, through one relationship of that class. */
export interface ParentRelationship extends ParentSide {
  readonly relationship: Relationship;
}

export interface RuleConfiguration {
  /** Who is meant to decide about children; see `docs/configuration.md`. */
  readonly policy: "agree" | "database" | "orm" | "no-cascade";
  /** Null while neither configured nor evident from an engine URL. */
  readonly dialect: Dialect | null;
  readonly softDeleteColumns: readonly string[];
  readonly tenantColumns: readonly string[];
  /** `wide-cascade` reports a delete that reaches more tables than this; null switches it off. */
  readonly wideCascade: number | null;
}

/** What a rule found. Severity is the rule's own judgement of this case; configuration may override it later. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What will happen, on which path, with which error. */
  readonly message: string;
  /** The declaration that should change: usually the attribute name. */
  readonly location: Location;
  readonly related: readonly RelatedLocation[];
  readonly classKey: ClassKey | null;
  /** The class's own name, for people and JSON. */
  readonly className: string | null;
  readonly attribute: string | null;
  /** Table name, schema-qualified where there is a schema. */
  readonly table: string | null;
  /** Label of the foreign key, as in `Link.label`. */
  readonly foreignKey: string | null;
  /** Best first. Proposals: the workspace offers only those that prove to help. */
  readonly fixes: readonly Fix[];
}

export type { RelatedLocation };
