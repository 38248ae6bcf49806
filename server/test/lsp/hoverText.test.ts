import { describe, expect, it } from "vitest";
import type { Effect, Impact } from "../../src/deletes/impact.ts";
import type { DeleteError, DeletePath } from "../../src/deletes/outcome.ts";
import { previewOfImpact } from "../../src/lsp/hover/deletePreview.ts";
import { deleteTable } from "../../src/lsp/hover/deleteTable.ts";
import { toMarkdown } from "../../src/lsp/hover/markdown.ts";
import { toPlaintext } from "../../src/lsp/hover/plaintext.ts";
import { verdict } from "../../src/lsp/hover/verdict.ts";

const notNull: DeleteError = {
  kind: "IntegrityError",
  reason: "NOT NULL constraint failed: post.user_id",
  foreignKey: "post.user_id -> user.id",
};
const refused: DeleteError = { ...notNull, reason: "FOREIGN KEY constraint failed" };

type Happened = readonly string[] | DeleteError;

/** The delete of a `User`: for each path what happened, as `label: outcome by rows@depth`, or the error. */
function impact(paths: Readonly<Record<DeletePath, Happened>>): Impact {
  const pathImpact = (path: DeletePath) => {
    const happened = paths[path];
    return {
      statement: path === "sql" ? "DELETE FROM user WHERE id = 1" : "session.delete(user)",
      error: "kind" in happened ? happened : null,
      after: {},
      statements: [],
      effects: "kind" in happened ? [] : happened.map(effect),
    };
  };
  return {
    model: "User",
    module: "app",
    table: "user",
    dialect: "sqlite",
    victim: { id: 1 },
    before: {},
    truncated: false,
    paths: { orm: pathImpact("orm"), ormLoaded: pathImpact("ormLoaded"), sql: pathImpact("sql") },
    notes: [],
  };
}

function effect(text: string): Effect {
  const match = /^(.+): (\w+) (orm|database) (\d+)@(\d+)$/.exec(text);
  if (match === null) throw new Error(text);
  const [, foreignKey = "", outcome, by, rows, depth] = match;
  const kind = outcome as Effect["outcome"];
  return {
    foreignKey,
    relationship: null,
    outcome: kind,
    by: by as Effect["by"],
    rows: Number(rows),
    depth: Number(depth),
  };
}

const says = (given: Impact) => toPlaintext([{ kind: "paragraph", text: verdict(previewOfImpact(given)) }]);
const table = (given: Impact) => toMarkdown(deleteTable(previewOfImpact(given))).split("\n");

const post = "post.user_id -> user.id";
const comment = "comment.post_id -> post.id";

describe("the verdict", () => {
  it("says that nothing references the table", () => {
    expect(says(impact({ orm: [], ormLoaded: [], sql: [] }))).toBe(
      "Nothing references user: a delete changes no other table.",
    );
  });

  it("says what every path does where all agree, whoever does it", () => {
    const orm = [`${post}: deleted orm 2@1`, `${comment}: nulled orm 4@2`];
    const sql = [`${post}: deleted database 2@1`, `${comment}: nulled database 4@2`];
    expect(says(impact({ orm, ormLoaded: orm, sql }))).toBe(
      "Every path deletes post rows, keeps comment rows with NULL.",
    );
  });

  it("names the rows whose outcome depends on the path", () => {
    const orm = [`${post}: nulled orm 2@1`];
    expect(says(impact({ orm, ormLoaded: orm, sql: [`${post}: deleted database 2@1`] }))).toBe(
      "What becomes of post rows depends on the path.",
    );
  });

  it("names the error before anything else", () => {
    expect(says(impact({ orm: notNull, ormLoaded: notNull, sql: [`${post}: deleted database 2@1`] }))).toBe(
      "session.delete(user) fails while post rows reference it: IntegrityError, NOT NULL constraint failed: post.user_id.",
    );
    expect(says(impact({ orm: [], ormLoaded: [], sql: refused }))).toBe(
      "DELETE FROM user fails while post rows reference it: IntegrityError, FOREIGN KEY constraint failed.",
    );
  });

  it("tells apart whether the children were loaded", () => {
    expect(says(impact({ orm: [], ormLoaded: notNull, sql: [] }))).toMatch(
      /^session\.delete\(user\) with the children loaded fails /,
    );
    expect(says(impact({ orm: notNull, ormLoaded: [], sql: [] }))).toMatch(
      /^session\.delete\(user\) without the children loaded fails /,
    );
  });

  it("says that a row cannot be deleted where every path fails", () => {
    expect(says(impact({ orm: refused, ormLoaded: refused, sql: refused }))).toBe(
      "User rows cannot be deleted while post rows reference it: IntegrityError, FOREIGN KEY constraint failed.",
    );
  });

  it("names two tables and counts the others", () => {
    const all = ["a", "b", "c", "d", "e"].map((name) => `${name}.user_id -> user.id: deleted database 1@1`);
    expect(says(impact({ orm: all, ormLoaded: all, sql: all }))).toBe(
      "Every path deletes a, b and 3 more tables' rows.",
    );
  });

  it("names all that stands in the way where paths fail for different reasons", () => {
    const elsewhere = { ...refused, foreignKey: "badge.user_id -> user.id" };
    expect(says(impact({ orm: notNull, ormLoaded: notNull, sql: elsewhere }))).toBe(
      "User rows cannot be deleted while post or badge rows reference it: IntegrityError, " +
        "NOT NULL constraint failed: post.user_id or FOREIGN KEY constraint failed.",
    );
  });

  it("says that models cannot be used, with the first sentence of the reason", () => {
    const error = {
      kind: "InvalidRequestError",
      reason: "'Psot' failed to locate a name. Consider this. Or that.",
      foreignKey: null,
    };
    const broken = { ...impact({ orm: error, ormLoaded: error, sql: error }), victim: null };
    expect(says(broken)).toBe("User cannot be used: InvalidRequestError, 'Psot' failed to locate a name.");
  });
});

describe("the table of the three paths", () => {
  it("has a row for each foreign key and a column for each path", () => {
    const orm = [`${post}: deleted orm 2@1`, `${comment}: untouched orm 4@2`];
    const sql = [`${comment}: dangling database 4@2`, `${post}: defaulted database 2@1`];
    expect(table(impact({ orm, ormLoaded: [], sql }))).toEqual([
      "| Child rows | `session.delete(user)` | … children loaded | `DELETE FROM user` |",
      "| :-- | :-- | :-- | :-- |",
      "| `post` | deleted (ORM) | – | set default (database) |",
      "| `comment` | kept | – | left dangling |",
    ]);
  });

  it("shows the failure at the foreign key that caused it, and nothing happening elsewhere", () => {
    const sql = [`${post}: deleted database 2@1`, `${comment}: deleted database 4@2`];
    expect(table(impact({ orm: notNull, ormLoaded: notNull, sql })).slice(2)).toEqual([
      "| `post` | **fails** | **fails** | deleted (database) |",
      "| `comment` | – | – | deleted (database) |",
    ]);
  });

  it("shows a failure that no foreign key caused in every row", () => {
    const error = { kind: "CircularDependencyError", reason: "Circular dependency detected.", foreignKey: null };
    expect(table(impact({ orm: error, ormLoaded: error, sql: [`${post}: deleted database 2@1`] })).at(2)).toBe(
      "| `post` | **fails** | **fails** | deleted (database) |",
    );
  });

  it("counts rows where not all of one foreign key fare alike", () => {
    const orm = [`${post}: deleted orm 1@1`, `${post}: nulled orm 2@1`, `${post}: deleted orm 3@2`];
    expect(table(impact({ orm, ormLoaded: [], sql: [] })).at(2)).toContain("| 4 deleted (ORM), 2 set NULL (ORM) |");
  });

  it("tells foreign keys of one table apart by their columns", () => {
    const sql = [
      "line.(tenant, a) -> user.(tenant, id): deleted database 1@1",
      "line.b -> user.id: nulled database 1@1",
    ];
    const rows = table(impact({ orm: [], ormLoaded: [], sql })).slice(2);
    expect(rows.map((row) => row.split(" | ")[0])).toEqual(["| `line.(tenant, a)`", "| `line.b`"]);
  });

  it("keeps its headings short", () => {
    const long = { ...impact({ orm: [], ormLoaded: [], sql: [`${post}: deleted database 2@1`] }) };
    const statement = "session.delete(customer_account_statement)";
    const paths = { ...long.paths, orm: { ...long.paths.orm, statement } };
    expect(table({ ...long, paths })[0]).toBe(
      "| Child rows | `session.delete(…)` | … children loaded | `DELETE FROM user` |",
    );
  });

  it("stops after twelve rows and says how many are left out", () => {
    const sql = Array.from({ length: 15 }, (_, index) => `t${index}.user_id -> user.id: deleted database 1@1`);
    const lines = table(impact({ orm: [], ormLoaded: [], sql }));
    expect(lines.filter((line) => line.startsWith("| `t"))).toHaveLength(12);
    expect(lines.at(-1)).toBe("… and 3 more.");
  });
});
