import type { Dialect } from "../deletes/impact.ts";
import type { RuleConfiguration, Severity } from "../rules/rule.ts";

/** What can be configured, complete: every key has a value. */
export interface ConfigurationValues {
  /** Rules, groups, `default` or `all`; null for the default rules. */
  readonly select: readonly string[] | null;
  readonly ignore: readonly string[];
  readonly severity: Readonly<Record<string, Severity>>;
  /** Null for the one that the engine URLs in the project show, if they do. */
  readonly dialect: Dialect | null;
  readonly policy: RuleConfiguration["policy"];
  readonly exclude: readonly string[];
  /** Patterns of files → rules, groups or `all`. */
  readonly perFileIgnores: Readonly<Record<string, readonly string[]>>;
  readonly softDeleteColumns: readonly string[];
  readonly tenantColumns: readonly string[];
  readonly wideCascade: number | null;
  readonly sqliteForeignKeys: boolean;
}

/** What a value has to look like. `rules` names rules, `patterns` is in the language of `.gitignore`. */
export type ValueShape =
  | { readonly kind: "strings"; readonly of: "rules" | "patterns" | "columns" }
  | { readonly kind: "choice"; readonly choices: readonly string[] }
  | { readonly kind: "table"; readonly from: "rules"; readonly to: ValueShape }
  | { readonly kind: "table"; readonly from: "patterns"; readonly to: ValueShape }
  | { readonly kind: "count" }
  | { readonly kind: "boolean" };

/** One key of `[tool.ondelete]`, and of the editor's settings: documentation, schemas and validation come from here. */
export interface ConfigurationKey<Field extends keyof ConfigurationValues = keyof ConfigurationValues> {
  /** As written in TOML. */
  readonly name: string;
  /** As a field, and after `ondelete.` as an editor setting. */
  readonly field: Field;
  readonly shape: ValueShape;
  readonly default: ConfigurationValues[Field];
  /** One or two plain sentences in Markdown. */
  readonly documentation: string;
  /** A line or two of TOML. */
  readonly example: string;
}

export const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

export const dialects: readonly Dialect[] = ["sqlite", "postgresql", "mysql", "mssql", "oracle"];

function key<Field extends keyof ConfigurationValues>(definition: ConfigurationKey<Field>): ConfigurationKey<Field> {
  return definition;
}

export const configurationKeys: readonly ConfigurationKey[] = [
  key({
    name: "select",
    field: "select",
    shape: { kind: "strings", of: "rules" },
    default: null,
    documentation:
      "The rules that are on: names of rules, of groups of rules, `default` for those that are on without configuration, or `all`.",
    example: 'select = ["default", "cross-tenant-cascade"]',
  }),
  key({
    name: "ignore",
    field: "ignore",
    shape: { kind: "strings", of: "rules" },
    default: [],
    documentation: "The rules and groups of rules that are off, even where `select` names them.",
    example: 'ignore = ["cascade-loads-children"]',
  }),
  key({
    name: "severity",
    field: "severity",
    shape: { kind: "table", from: "rules", to: { kind: "choice", choices: severities } },
    default: {},
    documentation: "The severity of a rule, in place of the rule's own judgement of each case.",
    example: 'severity.orm-only-cascade = "warning"',
  }),
  key({
    name: "dialect",
    field: "dialect",
    shape: { kind: "choice", choices: dialects },
    default: null,
    documentation:
      "The database that the models run on. Without it, the one that the engine URLs in the project show, where they all show the same.",
    example: 'dialect = "postgresql"',
  }),
  key({
    name: "policy",
    field: "policy",
    shape: { kind: "choice", choices: ["agree", "database", "orm", "no-cascade"] },
    default: "agree",
    documentation:
      "Who decides what happens to children: `agree`, both sides say the same; `database`, `ON DELETE` decides; `orm`, the cascades of relationships decide, and a missing `ON DELETE` is no finding; `no-cascade`, nobody deletes them, and any cascading delete is a finding.",
    example: 'policy = "database"',
  }),
  key({
    name: "exclude",
    field: "exclude",
    shape: { kind: "strings", of: "patterns" },
    default: [],
    documentation:
      "Files and folders to leave out, as in `.gitignore`, relative to the folder of the configuration. What git ignores, virtual environments and caches are left out anyway.",
    example: 'exclude = ["legacy/", "*_pb2.py"]',
  }),
  key({
    name: "per-file-ignores",
    field: "perFileIgnores",
    shape: { kind: "table", from: "patterns", to: { kind: "strings", of: "rules" } },
    default: {},
    documentation: "Rules and groups of rules that are off in the files that a pattern matches, as in `.gitignore`.",
    example: 'per-file-ignores = { "tests/**" = ["all"] }',
  }),
  key({
    name: "soft-delete-columns",
    field: "softDeleteColumns",
    shape: { kind: "strings", of: "columns" },
    default: ["deleted_at", "deleted_on", "is_deleted", "deleted"],
    documentation: "Columns that mark a row as deleted without deleting it.",
    example: 'soft-delete-columns = ["archived_at"]',
  }),
  key({
    name: "tenant-columns",
    field: "tenantColumns",
    shape: { kind: "strings", of: "columns" },
    default: ["tenant_id"],
    documentation: "Columns that say which tenant a row belongs to.",
    example: 'tenant-columns = ["organization_id"]',
  }),
  key({
    name: "wide-cascade",
    field: "wideCascade",
    shape: { kind: "count" },
    default: null,
    documentation: "Report a delete that reaches more tables than this. Without it, `wide-cascade` is silent.",
    example: "wide-cascade = 10",
  }),
  key({
    name: "sqlite-foreign-keys",
    field: "sqliteForeignKeys",
    shape: { kind: "boolean" },
    default: true,
    documentation:
      "Whether SQLite enforces foreign keys (`PRAGMA foreign_keys = ON`) where previews show what it does.",
    example: "sqlite-foreign-keys = false",
  }),
];

/** The values of a project that configures nothing. */
export const defaultConfiguration: ConfigurationValues = Object.freeze(
  Object.fromEntries(configurationKeys.map((each) => [each.field, each.default])),
) as unknown as ConfigurationValues;
