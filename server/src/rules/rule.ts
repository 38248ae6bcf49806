import type { Dialect } from "../deletes/impact.ts";
import type { Link, LinkSide } from "../deletes/links/link.ts";
import type { Fix } from "../fixes/fix.ts";
import type { ClassKey, Location, RelatedLocation, TableKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { ModelProblem, Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import type { DeleteSite, Usage } from "../models/usage/usage.ts";
import type { DeclaredRelationship } from "./declaredRelationships.ts";
import type { StoppedCascade } from "./stoppedCascades.ts";

/** The four severities of LSP and of `--fail-on`, mildest last. */
export type Severity = "error" | "warning" | "information" | "hint";

/** One rule: a name for a cell of the truth table, or for something certain to fail. */
export type Rule = DeclarationRule | ProjectRule;

/**
 * A rule that judges every declaration on its own. It is given one file at a time and run again only for files that have
 * changed or for which it has looked up something that has changed, so whatever it finds has to follow from the lists and
 * look-ups of the project that it is given.
 */
export interface DeclarationRule extends RuleHead {
  readonly scope?: undefined;
  /** Pure; yields findings in any order; never throws on user code. */
  readonly check: (project: IndexedProject) => Iterable<Finding>;
}

/** A rule that has to see all declarations together. It is run again after every change. */
export interface ProjectRule extends RuleHead {
  readonly scope: "project";
  /** Pure; yields findings in any order; never throws on user code. */
  readonly check: (project: WholeProject) => Iterable<Finding>;
}

interface RuleHead {
  /** Kebab-case; also the name of its page in `docs/rules/`. */
  readonly name: string;
  readonly group: RuleGroup;
  /** One line for lists: the defect, not the remedy. */
  readonly summary: string;
  readonly severity: Severity;
  /** False for rules that wait until they are configured. */
  readonly enabledByDefault: boolean;
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

/** What a rule sees: lists of what stands in one file, or in all of them, and look-ups in the whole project. */
export interface IndexedProject {
  readonly configuration: RuleConfiguration;

  readonly tables: readonly Table[];
  readonly classes: readonly MappedClass[];
  /** The foreign keys of the tables, as far as their targets are known. */
  readonly links: readonly Link[];
  /** Every foreign key with each class of its parent table, where all that decides about the verdict is known and works. */
  readonly parentSides: readonly ParentSide[];
  /** The same, through each one-to-many or one-to-one relationship of the class. */
  readonly parentRelationships: readonly ParentRelationship[];
  /** Every relationship that writes, once, on the class that declares it; without those that fail by themselves. */
  readonly declaredRelationships: readonly DeclaredRelationship[];
  readonly stoppedCascades: readonly StoppedCascade[];
  /** The schema's problems as a user meets them: of one declaration the first that raises, or every warning. */
  readonly problems: readonly ModelProblem[];
  /** The deletes without those of tests. */
  readonly applicationDeletes: readonly DeleteSite[];

  readonly schema: SchemaLookup;
  /** The links whose rows go, stay or block when a row of the table is deleted. */
  readonly linksByParent: Lookup<TableKey, readonly Link[]>;
  readonly linksByChild: Lookup<TableKey, readonly Link[]>;
  /** Where the application deletes objects or rows of the class, or of a mapped subclass of it. */
  readonly deletesByClass: Lookup<ClassKey, readonly DeleteSite[]>;
  /** Tables from which the application is seen to delete rows: where it says so, and where cascades lead from there. */
  readonly deletedTables: Pick<ReadonlySet<TableKey>, "has">;
  /** Tables whose rows the database deletes in the course of some `session.delete`, each with a foreign key that leads there. */
  readonly reachedByDatabase: Lookup<TableKey, Link>;
  /**
   * True for a declaration that fails by itself: at import, when mappers are configured, or in the database. Whatever
   * else could be said of it is a consequence, and one defect is one finding.
   */
  readonly isBroken: (declaration: Location) => boolean;
  /** Whether the application deletes objects through a session of which nobody knows the class. */
  readonly deletesUnknownObjects: boolean;
}

/** All declarations of a project in one list each. */
export interface WholeProject extends IndexedProject {
  readonly usage: Usage;
}

/** Finds by key, and says nothing of what else there is. */
export type Lookup<Key, Value> = Pick<ReadonlyMap<Key, Value>, "get" | "has">;

export interface SchemaLookup {
  readonly tables: Lookup<TableKey, Table>;
  readonly classes: Lookup<ClassKey, MappedClass>;
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
