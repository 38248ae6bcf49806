import { expect, test } from "vitest";
import { typeRefusal } from "../../../src/deletes/ddl/columnTypes.ts";
import { createIndexes } from "../../../src/deletes/ddl/createIndexes.ts";
import { compileError, createTable } from "../../../src/deletes/ddl/createTable.ts";
import { sqlalchemyStyle } from "../../../src/deletes/ddl/style.ts";
import { creationOrder, creationOrders } from "../../../src/deletes/ddl/tableOrder.ts";
import type { Dialect } from "../../../src/deletes/impact.ts";
import type { Schema } from "../../../src/models/schema/schema.ts";
import type { Table } from "../../../src/models/schema/table.ts";
import { schemaOf } from "../previewOf.ts";
import { buildSchemaFrom, pk } from "../schemaBuilder.ts";

function tableNamed(schema: Schema, name: string): Table {
  const table = [...schema.tables.values()].find((each) => each.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

const shop = schemaOf(`
  class Order(SQLModel, table=True):
      id: int | None = Field(default=None, primary_key=True)

  class Line(SQLModel, table=True):
      __table_args__ = (
          UniqueConstraint("order_id", "position", name="one_line"),
          CheckConstraint("position > 0"),
          {"schema": "shop"},
      )
      id: int | None = Field(default=None, primary_key=True)
      order_id: int = Field(foreign_key="order.id", ondelete="CASCADE", index=True)
      position: int = Field(sa_column_kwargs={"server_default": text("1")})
      Note: str | None = None
`);

test("writes a table as metadata.create_all does on SQLite, without foreign keys into other schemas", () => {
  expect(createTable(tableNamed(shop, "line"), sqlalchemyStyle("sqlite"))).toBe(
    [
      "CREATE TABLE shop.line (",
      "\tid INTEGER NOT NULL,",
      "\torder_id INTEGER NOT NULL,",
      "\tposition INTEGER DEFAULT 1 NOT NULL,",
      '\t"Note" VARCHAR,',
      "\tPRIMARY KEY (id),",
      "\tCONSTRAINT one_line UNIQUE (order_id, position),",
      "\tCHECK (position > 0)",
      ")",
    ].join("\n"),
  );
  expect(createIndexes(tableNamed(shop, "line"), sqlalchemyStyle("sqlite"))).toEqual([
    "CREATE INDEX shop.ix_shop_line_order_id ON line (order_id)",
  ]);
});

const clinic = schemaOf(`
  class Base(DeclarativeBase):
      pass

  class Patient(Base):
      __tablename__ = "patient"
      id: Mapped[int] = mapped_column(primary_key=True)
      Email: Mapped[str]
      born: Mapped[date] = mapped_column()
      gone: Mapped[bool] = mapped_column()
      __table_args__ = (
          Index("by_email", func.lower("Email"), func.lower(text("x")), unique=True, sqlite_where=gone.is_(False)),
          Index("by_birth", born.desc(), text("lower(email)"), unique=True, postgresql_where=text("NOT gone")),
          Index("by_nothing", case((gone, born)), unique=True),
      )

  Index("by_name", func.coalesce(Patient.Email, ""), Patient.born)
`);

test.each<[Dialect, readonly string[]]>([
  [
    "sqlite",
    [
      "CREATE UNIQUE INDEX by_email ON patient (lower('Email'), lower(x)) WHERE gone IS 0",
      "CREATE UNIQUE INDEX by_birth ON patient (born DESC, lower(email))",
      "CREATE INDEX by_name ON patient (coalesce(\"Email\", ''), born)",
    ],
  ],
  [
    "postgresql",
    [
      "CREATE UNIQUE INDEX by_email ON patient (lower('Email'), lower(x))",
      "CREATE UNIQUE INDEX by_birth ON patient (born DESC, lower(email)) WHERE NOT gone",
      "CREATE INDEX by_name ON patient (coalesce(\"Email\", ''), born)",
    ],
  ],
])("writes indexes over expressions and some of the rows, for %s", (dialect, statements) => {
  expect(createIndexes(tableNamed(clinic, "patient"), sqlalchemyStyle(dialect))).toEqual(statements);
});

test.each<[Dialect, string]>([
  ["postgresql", "id SERIAL NOT NULL"],
  ["mysql", "id INTEGER NOT NULL AUTO_INCREMENT"],
  ["mssql", "id INTEGER NOT NULL IDENTITY"],
])("writes the types of %s", (dialect, column) => {
  expect(createTable(tableNamed(shop, "order"), sqlalchemyStyle(dialect))).toContain(column);
});

// SQLite refuses it: its tables count keys of one column only.
test.each<[Dialect, string]>([
  ["postgresql", "number SERIAL NOT NULL"],
  ["mysql", "number INTEGER NOT NULL AUTO_INCREMENT"],
])("counts the column of a longer key that is said to count, for %s", (dialect, column) => {
  const invoices = schemaOf(`
    class Invoice(SQLModel, table=True):
        tenant: int = Field(primary_key=True)
        number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": True})
  `);
  const created = createTable(tableNamed(invoices, "invoice"), sqlalchemyStyle(dialect));
  expect(created).toContain(column);
  expect(created).toContain("tenant INTEGER NOT NULL,");
});

test.each<[Dialect, string]>([
  ["postgresql", 'REFERENCES "order" (id)'],
  ["mysql", "REFERENCES `order` (id)"],
  ["mssql", "REFERENCES [order] (id)"],
])("quotes as %s does", (dialect, clause) => {
  expect(createTable(tableNamed(shop, "line"), sqlalchemyStyle(dialect))).toContain(clause);
});

test.each([
  ["CASCADE", null],
  ["no action", null],
  ["SET NULL", null],
  ["DROP EVERYTHING", null],
  [" CASCADE", "CompileError"],
  ["CASCADE;", "CompileError"],
  ["", "CompileError"],
])("compiles ON DELETE %j as SQLAlchemy's compiler does", (onDelete, kind) => {
  const schema = buildSchemaFrom({
    parent: { columns: { id: pk } },
    child: { columns: { id: pk, parent_id: { references: "parent.id", onDelete } } },
  });
  const foreignKey = tableNamed(schema, "child").foreignKeys[0];
  expect(foreignKey && (compileError(foreignKey)?.kind ?? null)).toBe(kind);
});

const names = (tables: readonly Table[]) => tables.map(({ name }) => name);

test("creates referenced tables first, otherwise in order of definition", () => {
  const schema = buildSchemaFrom({
    line: { columns: { id: pk, order_id: { references: "order.id" } } },
    zebra: { columns: { id: pk } },
    order: { columns: { id: pk, user_id: { references: "user.id" } } },
    user: { columns: { id: pk, boss_id: { references: "user.id" } } },
  });
  expect(names(creationOrder(schema, "default"))).toEqual(["zebra", "user", "order", "line"]);
  const some = new Set([tableNamed(schema, "line"), tableNamed(schema, "user"), tableNamed(schema, "zebra")]);
  expect(names(creationOrders(schema)(some))).toEqual(["zebra", "user", "line"]);
});

test("does not consider foreign keys of tables that refer to each other", () => {
  const schema = buildSchemaFrom({
    late: { columns: { id: pk, parent_id: { references: "parent.id" } } },
    child: { columns: { id: pk, parent_id: { references: "parent.id" }, base_id: { references: "base.id" } } },
    parent: { columns: { id: pk, child_id: { references: "child.id" } } },
    base: { columns: { id: pk } },
  });
  const order = ["child", "parent", "base", "late"];
  expect(names(creationOrder(schema, "default"))).toEqual(order);
  expect(names(creationOrders(schema)(new Set(schema.tables.values())))).toEqual(order);
});

test("refuses no text on MySQL whose length is given, but not known", () => {
  const refusal = (size: string) => {
    const tag = tableNamed(
      schemaOf(`
  import os

  class Tag(SQLModel, table=True):
      id: int = Field(primary_key=True)
      name: str = Field(sa_column=Column(String(${size})))
`),
      "tag",
    );
    const name = tag.columns.find((column) => column.name === "name");
    return name && typeRefusal(name.type, "mysql");
  };
  expect(refusal("")).toBe("VARCHAR requires a length on dialect mysql");
  expect(refusal("int(os.environ['LENGTH'])")).toBeNull();
});
