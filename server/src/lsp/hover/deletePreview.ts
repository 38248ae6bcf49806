import { tableIdentifier } from "../../deletes/ddl/identifiers.ts";
import type { Effect, Impact } from "../../deletes/impact.ts";
import type { Link, LinkSide } from "../../deletes/links/link.ts";
import { type Agent, type DeleteError, type DeletePath, deletePaths, type OutcomeKind } from "../../deletes/outcome.ts";
import { qualifiedName } from "../../deletes/qualifiedName.ts";
import { classNameOf } from "../../models/classKey.ts";
import { sessionDelete } from "../../rules/wording.ts";

/** One delete as a hover shows it: what each path does to the rows behind each foreign key. */
export interface DeletePreview {
  /** The class whose row goes; the table's name where no class is mapped to it. */
  readonly parent: string;
  readonly table: string;
  /** Why there is no delete at all: the models cannot be imported or configured, or the table not be created. */
  readonly unusable: DeleteError | null;
  readonly statements: Readonly<Record<DeletePath, string>>;
  readonly errors: Readonly<Record<DeletePath, DeleteError | null>>;
  /** Children of the deleted row first, then theirs. */
  readonly rows: readonly PreviewRow[];
}

export interface PreviewRow {
  /** Label of the foreign key, as in `Link.label`. */
  readonly foreignKey: string;
  /** The referencing table. */
  readonly child: string;
  /** 1 for rows that reference the deleted one, 2 for rows that reference those, … */
  readonly depth: number;
  /** Empty where nothing happened, which includes every path that failed. */
  readonly happenings: Readonly<Record<DeletePath, readonly Happening[]>>;
}

export interface Happening {
  readonly outcome: OutcomeKind;
  readonly by: Agent;
  readonly rows: number;
}

/** A delete that was run: one row for each foreign key that any path came across. */
export function previewOfImpact(impact: Impact): DeletePreview {
  const depths = new Map<string, number>();
  for (const path of deletePaths) {
    const { effects, error } = impact.paths[path];
    for (const { foreignKey, depth } of effects)
      depths.set(foreignKey, Math.min(depth, depths.get(foreignKey) ?? depth));
    const culprit = error?.foreignKey ?? null;
    if (culprit !== null && !depths.has(culprit)) depths.set(culprit, 1);
  }
  const rows = [...depths].map(([foreignKey, depth]) => ({
    foreignKey,
    child: childOf(foreignKey),
    depth,
    happenings: byPath((path) => happenings(impact, path, foreignKey)),
  }));
  return {
    parent: impact.model,
    table: impact.table,
    unusable: impact.victim === null ? impact.paths.orm.error : null,
    statements: byPath((path) => impact.paths[path].statement),
    errors: byPath((path) => impact.paths[path].error),
    rows: rows.sort((one, other) => one.depth - other.depth),
  };
}

/** One foreign key taken alone, from the truth table: what a delete of its parent does to the rows behind it. */
export function previewOfLink(link: Link, side: LinkSide): DeletePreview {
  const table = qualifiedName(link.parent);
  const session = sessionDelete(side.parentClass);
  return {
    parent: side.parentClass === null ? table : classNameOf(side.parentClass),
    table,
    unusable: null,
    statements: { orm: session, ormLoaded: session, sql: `DELETE FROM ${tableIdentifier(link.parent)}` },
    errors: byPath((path) => {
      const verdict = side.verdict[path];
      return verdict.kind === "blocked" ? verdict.error : null;
    }),
    rows: [
      {
        foreignKey: link.label,
        child: qualifiedName(link.child),
        depth: 1,
        happenings: byPath((path) => {
          const { kind, by } = side.verdict[path];
          return kind === "blocked" ? [] : [{ outcome: kind, by, rows: 1 }];
        }),
      },
    ],
  };
}

/** `DELETE FROM user` of `DELETE FROM user WHERE id = 1`: the condition is about a row of the preview, not the user's. */
export function withoutCondition(statement: string): string {
  return statement.replace(/ WHERE .*$/s, "");
}

function happenings(impact: Impact, path: DeletePath, foreignKey: string): readonly Happening[] {
  const { effects, error } = impact.paths[path];
  return error === null ? merge(effects.filter((effect) => effect.foreignKey === foreignKey)) : [];
}

/** The same thing happening at several depths of a tree counts once, with all its rows. */
function merge(effects: readonly Effect[]): readonly Happening[] {
  const merged = new Map<string, Happening>();
  for (const { outcome, by, rows } of effects) {
    const key = `${outcome} ${by}`;
    merged.set(key, { outcome, by, rows: rows + (merged.get(key)?.rows ?? 0) });
  }
  return [...merged.values()];
}

function byPath<Value>(value: (path: DeletePath) => Value): Readonly<Record<DeletePath, Value>> {
  return { orm: value("orm"), ormLoaded: value("ormLoaded"), sql: value("sql") };
}

/** `post` of `post.user_id -> user.id`, `shop.line` of `shop.line.(tenant, order_id) -> …`. */
function childOf(label: string): string {
  const [columns = label] = label.split(" -> ");
  return columns.replace(/\.(\([^()]*\)|[^.]*)$/, "");
}
