import { describe, expect, test } from "vitest";
import type { Dialect } from "../../src/deletes/impact.ts";
import type { Table } from "../../src/models/schema/table.ts";
import { previewIn, previewOf, story } from "./previewOf.ts";
import { buildSchemaFrom, type ColumnSpec, pk, type TableSpec } from "./schemaBuilder.ts";

/** What a raw DELETE from `a` does on a server. */
async function onServer(dialect: Dialect, tables: Readonly<Record<string, TableSpec>>): Promise<readonly string[]> {
  return story(await previewIn(buildSchemaFrom(tables), "A", { dialect }), "sql");
}

function child(columns: Readonly<Record<string, ColumnSpec>>): TableSpec {
  return { columns: { id: pk, ...columns } };
}

const a: TableSpec = { class: "A", columns: { id: pk } };

const servers: readonly Dialect[] = ["sqlite", "postgresql", "mysql", "mssql", "oracle"];

describe("a foreign key without an action", () => {
  const tables = { a, b: child({ a_id: { references: "a.id" } }) };

  test.each([
    ["postgresql", 'update or delete on table "a" violates foreign key constraint "b_a_id_fkey" on table "b"'],
    ["mysql", "Cannot delete or update a parent row: a foreign key constraint fails (`b`, CONSTRAINT `b_ibfk_1`)"],
  ] as const)("blocks on %s in its own words", async (dialect, reason) => {
    expect((await onServer(dialect, tables))[0]).toBe(`IntegrityError: ${reason}`);
  });
});

describe("SET NULL on a required column", () => {
  const tables = { a, b: child({ a_id: { references: "a.id", onDelete: "SET NULL", nullable: false } }) };

  test.each([
    ["sqlite", "IntegrityError: NOT NULL constraint failed: b.a_id"],
    ["postgresql", 'IntegrityError: null value in column "a_id" of relation "b" violates not-null constraint'],
    ["oracle", 'IntegrityError: ORA-01407: cannot update ("B"."A_ID") to NULL'],
  ] as const)("fails on %s when a parent is deleted", async (dialect, error) => {
    expect((await onServer(dialect, tables))[0]).toBe(error);
  });

  test.each(["mysql", "mssql"] as const)("is refused by %s when the table is created", async (dialect) => {
    const impact = await previewIn(buildSchemaFrom(tables), "A", { dialect });
    expect(impact.victim).toBeNull();
    expect(impact.paths.orm.error).toEqual(impact.paths.sql.error);
  });
});

describe("an action that gives several rows the same key", () => {
  const group = (onDelete: string, b: ColumnSpec, uniques: Table["uniques"]) => ({
    g: { class: "A", columns: { id: pk } },
    a: child({ g_id: { references: "g.id", onDelete: "CASCADE", nullable: false } }),
    b: { ...child({ a_id: { references: "a.id", onDelete, ...b } }), table: { uniques } },
  });
  const one = { name: null, columns: ["a_id"] };
  const toDefault = group("SET DEFAULT", { serverDefault: "5" }, [one]);
  const toNull = group("SET NULL", {}, [one]);

  test.each([
    ["postgresql", 'IntegrityError: duplicate key value violates unique constraint "b_a_id_key"'],
    ["mssql", "IntegrityError: Violation of UNIQUE KEY constraint. Cannot insert duplicate key in object 'b'."],
  ] as const)("is refused by %s", async (dialect, error) => {
    expect((await onServer(dialect, toDefault))[0]).toBe(error);
  });

  test.each([
    ["postgresql", null],
    ["oracle", null],
    ["mssql", "IntegrityError: Violation of UNIQUE KEY constraint. Cannot insert duplicate key in object 'b'."],
  ] as const)("is refused for NULL by SQL Server only: %s", async (dialect, error) => {
    const impact = await previewIn(buildSchemaFrom(toNull), "A", { dialect });
    expect(story(impact, "sql")[0]?.startsWith("IntegrityError") ? story(impact, "sql")[0] : null).toBe(error);
  });
});

describe("SET DEFAULT", () => {
  const tables = { a, b: child({ a_id: { references: "a.id", onDelete: "SET DEFAULT", serverDefault: "5" } }) };

  test("points to the default's row on PostgreSQL and SQL Server", async () => {
    for (const dialect of ["sqlite", "postgresql", "mssql"] as const) {
      expect(await onServer(dialect, tables)).toEqual(["1 b.a_id -> a.id: 2 defaulted by the database"]);
    }
  });

  test("does nothing on InnoDB and does not exist on Oracle", async () => {
    expect((await onServer("mysql", tables))[0]).toMatch(/^IntegrityError: Cannot delete or update a parent row/);
    expect((await onServer("oracle", tables))[0]).toBe("DatabaseError: ORA-00905: missing keyword");
  });
});

describe("RESTRICT", () => {
  const tables = { a, b: child({ a_id: { references: "a.id", onDelete: "RESTRICT" } }) };

  test("is a syntax error on SQL Server", async () => {
    expect((await onServer("mssql", tables))[0]).toMatch(/^ProgrammingError: Incorrect syntax/);
  });
});

/** a → b → c and a → c: the rows of c go with a, unless b's foreign key is asked first. */
function diamond(names: { readonly b: string; readonly c: string }, onDelete: string | undefined) {
  const action = onDelete === undefined ? {} : { onDelete };
  return {
    a,
    [names.b]: child({ a_id: { references: "a.id", onDelete: "CASCADE", nullable: false } }),
    [names.c]: child({
      a_id: { references: "a.id", onDelete: "CASCADE", nullable: false },
      b_id: { references: `${names.b}.id`, nullable: false, ...action },
    }),
  };
}

describe("a diamond with a foreign key that does not cascade", () => {
  test.each([undefined, "RESTRICT"])("is deleted by PostgreSQL, breadth first (%s)", async (onDelete) => {
    const outcome = await onServer("postgresql", diamond({ b: "b", c: "c" }, onDelete));
    // Rows of c that belong to another a stand in the way; those of the same a do not.
    expect(outcome[0]).toContain('on table "c"');
  });

  test("is refused by InnoDB row by row", async () => {
    const outcome = await onServer("mysql", diamond({ b: "b", c: "c" }, undefined));
    expect(outcome[0]).toContain("c_ibfk_2");
  });

  test("is refused by SQL Server only if both ways write to the same table", async () => {
    const impact = await previewIn(buildSchemaFrom(diamond({ b: "b", c: "c" }, "CASCADE")), "A", { dialect: "mssql" });
    expect(impact.paths.sql.error?.reason).toContain("may cause cycles or multiple cascade paths");
  });
});

describe("a SET NULL beside a cascade from the same row, on InnoDB", () => {
  const unique = (...columns: string[]) => ({ name: null, columns });
  const index = (...columns: string[]) => ({ name: columns.join("_"), columns, unique: false, extent: null });
  const both = unique("a_id", "b_id");
  const outcomeWith = (table: Partial<Table>, a_id: ColumnSpec = {}) =>
    onServer("mysql", {
      a,
      b: child({ a_id: { references: "a.id", onDelete: "CASCADE", nullable: false } }),
      z: {
        ...child({
          a_id: { references: "a.id", onDelete: "CASCADE", ...a_id },
          b_id: { references: "b.id", onDelete: "SET NULL" },
        }),
        table,
      },
    });

  // Each was run on MariaDB 10.11.
  test.each([
    ["a unique constraint over both", { uniques: [both] }],
    ["an index over both", { indexes: [index("a_id", "b_id")] }],
    ["a unique constraint over both, and then an index", { uniques: [both], indexes: [index("a_id")] }],
    ["the wider of two unique constraints first", { uniques: [both, unique("a_id", "id")] }],
  ] satisfies readonly [string, Partial<Table>][])("is refused with %s", async (_, table) => {
    const [error] = await outcomeWith(table);
    expect(error).toMatch(/^IntegrityError: Cannot add or update a child row: .*z_ibfk_1/);
  });

  test.each([
    ["no index of its own", {}, {}],
    ["a unique constraint that begins with the other", { uniques: [unique("b_id", "a_id")] }, {}],
    ["the narrower index first", { indexes: [index("a_id"), index("a_id", "b_id")] }, {}],
    ["the narrower of two unique constraints first", { uniques: [unique("a_id", "id"), both] }, {}],
    ["the narrower unique constraint without NULLs", { uniques: [both, unique("a_id", "id")] }, { nullable: false }],
  ] satisfies readonly [string, Partial<Table>, ColumnSpec][])("passes with %s", async (_, table, a_id) => {
    expect((await outcomeWith(table, a_id)).join()).not.toContain("Cannot add or update");
  });
});

describe("a tree that cascades", () => {
  const tables = { a: { class: "A", columns: { id: pk, parent_id: { references: "a.id", onDelete: "CASCADE" } } } };

  test("is deleted everywhere but on SQL Server, which refuses circles", async () => {
    for (const dialect of servers.filter((each) => each !== "mssql")) {
      expect(await onServer(dialect, tables)).toEqual([
        "1 a.parent_id -> a.id: 2 deleted by the database",
        "2 a.parent_id -> a.id: 4 deleted by the database",
      ]);
    }
    expect((await onServer("mssql", tables))[0]).toContain("may cause cycles");
  });
});

test("InnoDB does not let a row go that refers to itself", async () => {
  const tables = { a: { class: "A", columns: { id: pk, root_id: { references: "a.id", nullable: false } } } };
  expect((await onServer("mysql", tables))[0]).toMatch(/^IntegrityError/);
});

test("InnoDB follows cascades fifteen rows deep", async () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        index === 0 ? "a" : `t${index}`,
        {
          ...(index === 0 ? { class: "A" } : {}),
          columns: {
            id: pk,
            ...(index === 0
              ? {}
              : { up_id: { references: index === 1 ? "a.id" : `t${index - 1}.id`, onDelete: "CASCADE" } }),
          },
        },
      ]),
    );
  const deep = await previewIn(buildSchemaFrom(chain(16)), "A", { dialect: "mysql" });
  expect(deep.paths.sql.error).toBeNull();
  const tooDeep = await previewIn(buildSchemaFrom(chain(17)), "A", { dialect: "mysql" });
  expect(tooDeep.paths.sql.error?.reason).toContain("exceeds max depth");
});

test("PostgreSQL checks deferred constraints at the end", async () => {
  const tables = {
    a,
    b: {
      columns: { id: pk, a_id: {} },
      foreignKeys: [
        { columns: ["a_id"], references: "a", targets: ["id"], more: { deferrable: true, initially: "DEFERRED" } },
      ],
    },
  };
  expect((await onServer("postgresql", tables))[0]).toContain("violates foreign key constraint");
  expect((await onServer("mysql", tables))[0]).toContain("DEFERRABLE");
});

test("a foreign key to columns that are not unique is refused, by InnoDB only without an index", async () => {
  const tables = (index: boolean) => ({
    a: { class: "A", columns: { id: pk, code: { index } } },
    b: child({ a_code: { references: "a.code" } }),
  });
  expect((await onServer("postgresql", tables(true)))[0]).toContain("there is no unique constraint");
  expect((await onServer("mysql", tables(false)))[0]).toContain("errno: 150");
  expect((await onServer("mysql", tables(true)))[0] ?? "").not.toContain("errno: 150");
});

describe("SET NULL where a CHECK asks for one of two parents", () => {
  const models = `
    class Company(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    class Person(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)

    class Order(SQLModel, table=True):
        __table_args__ = (CheckConstraint("(company_id IS NULL) <> (person_id IS NULL)", name="one_buyer"),)
        id: int | None = Field(default=None, primary_key=True)
        company_id: int | None = Field(default=None, foreign_key="company.id", ondelete="SET NULL")
        person_id: int | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")
    `;

  test.each([
    ["sqlite", "CHECK constraint failed: one_buyer"],
    ["postgresql", 'new row for relation "order" violates check constraint "one_buyer"'],
    ["mssql", 'The UPDATE statement conflicted with the CHECK constraint "one_buyer", table "order"'],
    ["oracle", "ORA-02290: check constraint (ONE_BUYER) violated"],
  ] as const)("is refused by %s when a parent is deleted", async (dialect, reason) => {
    const impact = await previewOf(models, "Company", { dialect });
    expect(impact.paths.sql.error).toMatchObject({ kind: "IntegrityError", reason });
  });
});
